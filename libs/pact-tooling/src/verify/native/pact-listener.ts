import type { RequestListener } from 'node:http';
import type { PlannedDocument } from '../plan/index.ts';

/**
 * Serves the planned documents to the native verifier like a broker, with the notices of the real one. So the verifier
 * reads exactly the checked documents, connects only to this machine, and publishes nothing itself.
 */
export function pactListener(documents: readonly PlannedDocument[]): RequestListener {
  return (request, response) => {
    const [, place] = /^\/(\d+)$/.exec(request.url ?? '') ?? [];
    const document = place === undefined ? undefined : documents[Number(place)];
    const listing = request.method === 'POST' ? listOf(documents) : index;
    request.resume();
    response
      .writeHead(200, { 'Content-Type': 'application/hal+json' })
      .end(document?.text ?? JSON.stringify(listing));
  };
}

/** Links are relative: the verifier appends them to the path of the broker. */
const index = {
  _links: { 'pb:provider-pacts-for-verification': { href: '/list' }, self: { href: '/list' } },
};

function listOf(documents: readonly PlannedDocument[]): object {
  const pacts = documents.map(({ pact: { source, pending, notices } }, i) => ({
    shortDescription: source,
    verificationProperties: { pending, notices },
    _links: { self: { href: `/${i}`, name: source } },
  }));
  return { _embedded: { pacts } };
}
