import type { ServerResponse } from 'node:http';
import { readAll } from '../read-all.ts';
import type { Exchange } from './exchange.ts';
import { grouped, pairsOf, type OutgoingRequest } from './outgoing.ts';
import { send, type Provider } from './send.ts';

/** Headers that Node adds unless they are removed. */
const addedByNode = ['Connection', 'Date', 'Transfer-Encoding'];

/** A forwarded request, and its failure. */
export interface Forwarded {
  readonly exchange: Exchange;
  /** Undefined if the whole answer was forwarded. */
  readonly failure: string | undefined;
}

/**
 * Forwards a request of the verifier to the provider, and the answer back, both unchanged. Pact's own proxy would end
 * the whole process if the provider breaks a connection. Here the interaction fails, as the verifier's connection
 * breaks, too.
 * @param timeoutMs timeout of the whole answer
 */
export async function forward(
  request: OutgoingRequest,
  response: ServerResponse,
  provider: Provider,
  timeoutMs: number,
): Promise<Forwarded> {
  const signal = AbortSignal.timeout(timeoutMs);
  let hasBegun = false;
  try {
    const answer = await send(request, provider, signal);
    hasBegun = true;
    const { statusCode: status = 502, statusMessage = '' } = answer;
    const headers = pairsOf(answer);
    const body = await readAll(answer);
    for (const name of addedByNode) response.removeHeader(name);
    for (const [name, value] of grouped(headers)) response.setHeader(name, value);
    response.writeHead(status, statusMessage).end(body);
    return { exchange: { request, response: { status, headers, body } }, failure: undefined };
  } catch (error) {
    response.destroy();
    const { code, message } = error as NodeJS.ErrnoException;
    const cause = [message, code].filter(Boolean).join(', ');
    const broken = hasBegun ? `its answer broke off (${cause})` : cause;
    const failure = signal.aborted ? `no answer within ${timeoutMs} ms` : broken;
    return { exchange: { request, response: undefined }, failure };
  }
}
