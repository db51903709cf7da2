import type { IncomingMessage } from 'node:http';

/** A header's name in its original spelling, and its value. */
export type Header = readonly [name: string, value: string];

/** A request to the provider. */
export interface OutgoingRequest {
  readonly method: string;
  /** With the query, in its original encoding. */
  readonly path: string;
  /** In their original order. */
  readonly headers: readonly Header[];
  readonly body: Buffer;
}

/** A request as the verifier sent it. */
export function asReceived(request: IncomingMessage, body: Buffer): OutgoingRequest {
  return { method: request.method ?? 'GET', path: request.url ?? '/', headers: pairsOf(request), body };
}

/** The headers of a message in their original spelling and order. */
export function pairsOf({ rawHeaders }: IncomingMessage): Header[] {
  return rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [[name, rawHeaders[i + 1] ?? ''] as const] : []));
}

/** The headers with some of them set; those of the same name are removed. */
export function withHeaders(headers: readonly Header[], set: Readonly<Record<string, string>>): Header[] {
  const names = Object.keys(set).map((name) => name.toLowerCase());
  return [...headers.filter(([name]) => !names.includes(name.toLowerCase())), ...Object.entries(set)];
}

/** All values of each name, for `setHeader`. The first spelling of a name is used. */
export function grouped(headers: readonly Header[]): [name: string, values: string | string[]][] {
  const groups = Map.groupBy(headers, ([name]) => name.toLowerCase());
  return [...groups.values()].map((group) => {
    const [[name, value] = ['', ''], ...more] = group;
    return [name, more.length > 0 ? group.map(([, one]) => one) : value];
  });
}
