import type { IncomingMessage } from 'node:http';

/** A header's name as it was spelled, and its value. */
export type Header = readonly [name: string, value: string];

/** A request as it goes to the provider. */
export interface OutgoingRequest {
  readonly method: string;
  /** With the query, as it was encoded. */
  readonly path: string;
  /** In their order. */
  readonly headers: readonly Header[];
  readonly body: Buffer;
}

/** A request as the verifier sent it. */
export function asReceived(request: IncomingMessage, body: Buffer): OutgoingRequest {
  return { method: request.method ?? 'GET', path: request.url ?? '/', headers: pairsOf(request), body };
}

/** The headers of a message as they were spelled, in their order. */
export function pairsOf({ rawHeaders }: IncomingMessage): Header[] {
  return rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [[name, rawHeaders[i + 1] ?? ''] as const] : []));
}

/** The headers with some of them set: in the place of those of the same name, or behind all. */
export function withHeaders(headers: readonly Header[], set: Readonly<Record<string, string>>): Header[] {
  const names = Object.keys(set).map((name) => name.toLowerCase());
  return [...headers.filter(([name]) => !names.includes(name.toLowerCase())), ...Object.entries(set)];
}

/** All values of each name, for `setHeader`: the first spelling of a name counts. */
export function grouped(headers: readonly Header[]): [name: string, values: string | string[]][] {
  const groups = Map.groupBy(headers, ([name]) => name.toLowerCase());
  return [...groups.values()].map((group) => {
    const [[name, value] = ['', ''], ...more] = group;
    return [name, more.length > 0 ? group.map(([, one]) => one) : value];
  });
}
