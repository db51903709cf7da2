import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import type { AxiosAdapter, AxiosError } from 'axios';
import { axios } from './axios.ts';
import { http, https } from './node-http.ts';

/** The code of an error whose message says more than a code of Node. */
const spokenCodes = ['ECONNABORTED', 'ERR_NO_ANSWER'];
/** The longest time of a timer, in milliseconds. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * What sends one attempt of a request. Each attempt ends, with a whole answer or an error: the timeout of axios begins
 * again with each piece of an answer, and axios does not notice a connection that closes without an answer or an error.
 * @param timeoutMs limit of the whole attempt, from the connection to the end of the answer; 0 for none
 */
export function attemptsWithin(timeoutMs: number): AxiosAdapter {
  const { AxiosError, getAdapter } = axios();
  const send = getAdapter('http');
  return async (config) => {
    const limit = new AbortController();
    const timer =
      timeoutMs > 0 ? setTimeout(() => limit.abort(), Math.min(timeoutMs, longestTimerMs)) : undefined;
    try {
      return await send({ ...config, transport, signal: limit.signal });
    } catch (error) {
      if (!limit.signal.aborted) throw error;
      throw new AxiosError(`no whole answer within ${timeoutMs} ms`, AxiosError.ECONNABORTED, config);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Why there was no answer, in a code of Node or OpenSSL, or in words. */
export function reasonOf({ code, message }: AxiosError): string {
  return code === undefined || spokenCodes.includes(code) ? message : code;
}

/** Node's own requests. They do not follow redirects. */
const transport = {
  request(options: RequestOptions, onAnswer: (answer: IncomingMessage) => void): ClientRequest {
    const outgoing = (options.protocol === 'https:' ? https : http).request(options, onAnswer);
    let isOver = false;
    const end = () => {
      isOver = true;
    };
    return outgoing
      .on('response', end)
      .on('error', end)
      .on('close', () => {
        if (!isOver) outgoing.emit('error', noAnswer());
      });
  },
};

/** Node reports no error where an answer changes the protocol (101): the connection only closes. */
function noAnswer(): Error {
  return Object.assign(new Error('the connection was closed without an answer'), { code: 'ERR_NO_ANSWER' });
}
