import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { http, https } from './node-http.ts';

/**
 * Node's own request, which follows no redirects. Unlike Node's, it has an error where an answer changes the protocol
 * (101): there the connection only closes.
 */
export function nodeRequest(
  options: RequestOptions,
  onAnswer: (answer: IncomingMessage) => void,
): ClientRequest {
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
}

function noAnswer(): Error {
  return Object.assign(new Error('the connection was closed without an answer'), { code: 'ERR_NO_ANSWER' });
}
