import type { ClientRequest, IncomingMessage } from 'node:http';

/** What came back for a request. */
export interface Answered {
  readonly response: IncomingMessage;
  /** The body, or its beginning. */
  readonly body: string;
}

export interface Waiting {
  /** Ends the wait, and the request. */
  readonly signal: AbortSignal;
  /** How much of the body is read. */
  readonly maxBytes: number;
}

/**
 * Sends a request, and waits for the answer with the beginning of its body. The wait ends whatever the other side does:
 * with the signal, and when the connection is closed, which is all that Node reports of an answer `101`.
 * @param outgoing a request that was not sent yet
 * @throws Error when the connection ends before the answer does, or the signal ends the wait
 */
export async function answerTo(
  outgoing: ClientRequest,
  body: string | undefined,
  { signal, maxBytes }: Waiting,
): Promise<Answered> {
  let stop: () => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([stopped, exchange(outgoing, body, maxBytes)]);
  } finally {
    signal.removeEventListener('abort', stop);
    outgoing.destroy();
  }
}

async function exchange(
  outgoing: ClientRequest,
  body: string | undefined,
  maxBytes: number,
): Promise<Answered> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing
      .on('response', resolve)
      .on('error', reject)
      .on('close', () => reject(new Error('the connection was closed without an answer')))
      .end(body);
  });
  return { response, body: await beginning(response, maxBytes) };
}

async function beginning(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop early closes the connection, so that the rest is not read.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= maxBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8');
}
