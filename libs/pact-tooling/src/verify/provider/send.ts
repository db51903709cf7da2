import { Agent, request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as SecureAgent, request as overHttps } from 'node:https';
import { urlToHttpOptions } from 'node:url';
import { isLocal, trustedWith } from '@pact-workshop/broker-client';
import { grouped, type OutgoingRequest } from './outgoing.ts';

/** Headers that Node puts in by itself, unless they were taken away: the provider gets what the verifier sent. */
const addedByNode = ['Connection', 'Content-Length', 'Transfer-Encoding'];
/** A provider may answer with long headers (bytes). */
const maxHeaderSize = 1024 * 1024;

/** The provider's address, and how to get there. */
export interface Provider {
  readonly baseUrl: string;
  /** PEM text of certificates to trust besides the system's. */
  readonly ca?: string | undefined;
}

/**
 * Sends a request to the provider as it stands: its line, headers and body are not touched, save that several `Cookie`
 * headers become one, as RFC 6265 asks.
 * @returns the beginning of the answer; its body is still to be read
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
    const outgoing = (url.protocol === 'https:' ? overHttps : overHttp)(options);
    for (const name of addedByNode) outgoing.removeHeader(name);
    for (const [name, value] of grouped(headers)) outgoing.setHeader(name, value);
    outgoing
      .on('error', reject)
      .on('response', resolve)
      .on('upgrade', (answer) => resolve(withoutBody(answer)))
      .end(body);
  });
}

function agentFor({ baseUrl, ca }: Provider): Agent {
  // No proxy can reach what is local to this machine.
  const proxyEnv = isLocal(baseUrl) ? undefined : process.env;
  if (!baseUrl.startsWith('https:')) return new Agent({ proxyEnv });
  return new SecureAgent({ proxyEnv, ca: ca === undefined ? undefined : trustedWith(ca) });
}

/** After a 101 the connection is the other protocol's: there is nothing more to read of the answer. */
function withoutBody(answer: IncomingMessage): IncomingMessage {
  answer.push(null);
  return answer;
}
