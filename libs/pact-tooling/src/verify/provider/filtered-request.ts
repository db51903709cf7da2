import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Header, OutgoingRequest } from './outgoing.ts';

/**
 * A request after the filter: its changes of method, path, headers and body; everything else is as received.
 * @param headersBefore the headers before the filter
 */
export function afterFilter(
  received: OutgoingRequest,
  filtered: IncomingMessage,
  headersBefore: IncomingHttpHeaders,
  body: Buffer,
): OutgoingRequest {
  const headers = amended(received.headers, headersBefore, filtered.headers);
  return {
    method: filtered.method ?? received.method,
    path: filtered.url ?? received.path,
    headers: body === received.body ? headers : withLength(headers, body),
    body,
  };
}

function amended(
  received: readonly Header[],
  before: IncomingHttpHeaders,
  after: IncomingHttpHeaders,
): Header[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => String(before[name]) !== String(after[name]));
  const touched = new Set(changed.map((name) => name.toLowerCase()));
  const set = changed.flatMap((name) => [after[name] ?? []].flat().map((value): Header => [name, value]));
  return [...received.filter(([name]) => !touched.has(name.toLowerCase())), ...set];
}

/** The headers with the length of a changed body. */
function withLength(headers: readonly Header[], body: Buffer): Header[] {
  const rest = headers.filter(
    ([name]) => !['content-length', 'transfer-encoding'].includes(name.toLowerCase()),
  );
  return [...rest, ['content-length', String(body.length)]];
}
