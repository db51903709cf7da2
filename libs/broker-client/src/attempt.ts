import type { Answer, NoAnswer, OutgoingRequest, Send } from './answer.ts';
import { PactToolingError } from './tooling-error.ts';

/** The codes of errors whose message says more than a code of Node. */
const spokenCodes = ['ECONNABORTED', 'ERR_NO_ANSWER'];
/** The codes of errors that are the request's own: it never left. */
const ownCodes = ['ERR_INVALID_CHAR', 'ERR_INVALID_PROTOCOL', 'ERR_INVALID_URL', 'ERR_UNESCAPED_CHARACTERS'];
/** The longest time of a timer, in milliseconds. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * Sends one attempt of a request. It ends, with a whole answer or without one.
 * @param timeoutMs limit of the whole attempt, from the connection to the end of the answer; 0 for none
 * @throws PactToolingError for a request that can't be sent at all, such as one to no URL
 */
export async function attempt(
  send: Send,
  request: OutgoingRequest,
  timeoutMs: number,
): Promise<Answer | NoAnswer> {
  const limit = new AbortController();
  const timer =
    timeoutMs > 0 ? setTimeout(() => limit.abort(), Math.min(timeoutMs, longestTimerMs)) : undefined;
  try {
    const answer = await send(request, limit.signal);
    limit.signal.throwIfAborted();
    return answer;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (ownCodes.includes(code)) {
      throw new PactToolingError(`The request for ${request.url} can't be sent: ${message}`, {
        cause: error,
      });
    }
    if (!limit.signal.aborted) return noAnswer(error as NodeJS.ErrnoException);
    const tooLate = new Error(`no whole answer within ${timeoutMs} ms`);
    return noAnswer(Object.assign(tooLate, { code: 'ECONNABORTED' }));
  } finally {
    clearTimeout(timer);
  }
}

function noAnswer(cause: NodeJS.ErrnoException): NoAnswer {
  const { code, message } = cause;
  return { code, reason: code === undefined || spokenCodes.includes(code) ? message : code, cause };
}
