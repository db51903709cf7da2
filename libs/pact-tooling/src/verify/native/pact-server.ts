import type { RequestListener } from 'node:http';
import { startLocalServer, type LocalServer } from '../local-server.ts';
import type { PlannedDocument } from '../plan/index.ts';

/**
 * Serves the planned documents to the native verifier as a broker would, with what the real one says of them. So the
 * verifier reads exactly what was looked at, connects to nothing but this machine, and publishes nothing by itself.
 */
export async function startPactServer(documents: readonly PlannedDocument[]): Promise<LocalServer> {
  const listener: RequestListener = (request, response) => {
    const [, place] = /^\/pacts\/(\d+)$/.exec(request.url ?? '') ?? [];
    const document = place === undefined ? undefined : documents[Number(place)];
    const body =
      document?.text ??
      JSON.stringify(request.method === 'POST' ? listOf(documents, server.url) : index(server.url));
    request.resume();
    response.writeHead(200, { 'Content-Type': 'application/hal+json' }).end(body);
  };
  const server = await startLocalServer(listener);
  return server;
}

function index(url: string): object {
  return {
    _links: {
      'pb:provider-pacts-for-verification': { href: `${url}/for-verification` },
      self: { href: `${url}/for-verification` },
    },
  };
}

function listOf(documents: readonly PlannedDocument[], url: string): object {
  const pacts = documents.map(({ pact: { source, pending, notices } }, i) => ({
    shortDescription: source,
    verificationProperties: { pending, notices },
    _links: { self: { href: `${url}/pacts/${i}`, name: source } },
  }));
  return { _embedded: { pacts } };
}
