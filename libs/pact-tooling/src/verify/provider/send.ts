import type { Agent, IncomingMessage, RequestOptions } from 'node:http';
import { urlToHttpOptions } from 'node:url';
import { http, https, isLocal, trustedWith } from '@pact-workshop/broker-client';
import { grouped, type OutgoingRequest } from './outgoing.ts';

/** Headers that Node adds unless they are removed. The provider gets only those of the verifier. */
const addedByNode = ['Connection', 'Content-Length', 'Transfer-Encoding'];
/** The provider's headers may be long (bytes). */
const maxHeaderSize = 1024 * 1024;

/** The provider's address, and its certificates. */
export interface Provider {
  readonly baseUrl: string;
  /** PEM text of certificates to trust in addition to the system's. */
  readonly ca?: string | undefined;
}

/**
 * Sends a request to the provider with its line, headers and body unchanged, except that several `Cookie` headers are
 * joined into one, as RFC 6265 requires.
 * @returns the answer, whose body is not read yet
 */
export function send(
  { method, path, headers, body }: OutgoingRequest,
  provider: Provider,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const url = new URL(provider.baseUrl);
  const options: RequestOptions = {
    ...urlToHttpOptions(url),
    method,
    path: url.pathname.replace(/\/$/, '') + path,
    agent: agentFor(provider),
    setHost: false,
    insecureHTTPParser: true,
    maxHeaderSize,
    signal,
  };
  return new Promise((resolve, reject) => {
    const outgoing = (url.protocol === 'https:' ? https : http).request(options);
    for (const name of addedByNode) outgoing.removeHeader(name);
    for (const [name, value] of grouped(headers)) outgoing.setHeader(name, value);
    outgoing
      .on('error', reject)
      .on('response', resolve)
      .on('upgrade', (answer, socket) => {
        socket.destroy();
        resolve(withoutBody(answer));
      })
      .on('close', () => reject(new Error('the connection was closed without an answer')))
      .end(body);
  });
}

function agentFor({ baseUrl, ca }: Provider): Agent {
  // A proxy can't reach this machine.
  const proxyEnv = isLocal(baseUrl) ? undefined : process.env;
  if (!baseUrl.startsWith('https:')) return new http.Agent({ proxyEnv });
  return new https.Agent({ proxyEnv, ca: ca === undefined ? undefined : trustedWith(ca) });
}

/** After a 101 the connection has another protocol, which nobody speaks here: the answer has no body. */
function withoutBody(answer: IncomingMessage): IncomingMessage {
  answer.push(null);
  return answer;
}
