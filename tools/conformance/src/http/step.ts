import type { RowId } from '../api/index.ts';

export type Body = string | number | boolean | null | readonly Body[] | { readonly [key: string]: Body };

export type MethodName = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** One request, sent to both brokers. `{name}` in path, headers and body stands for a value that an earlier step kept. */
export interface Step {
  /** The row of the API table that it is about. */
  readonly row: RowId;
  /** What is asked, unique within its row. */
  readonly name: string;
  readonly method: MethodName;
  /** Path with query, or `{kept}` where an earlier step kept a URL. */
  readonly path: string;
  /** HAL unless told otherwise. */
  readonly accept?: string;
  /** `application/json` where there is a body; for PATCH `application/merge-patch+json`. */
  readonly type?: string;
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: Body;
  /** Values to keep: name → where in the JSON answer (`_links.self.href`, `_embedded.pacts.0.uuid`), or `header location`. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Ask again until the answer's text is so (webhooks are sent later). */
  readonly until?: RegExp;
  /** What of the answer is compared; all of it, unless told otherwise. Pages are each broker's own. */
  readonly compares?: 'status and headers' | 'badge';
  /** Instead of asking the broker: what its webhooks delivered to this path, once that many requests came. */
  readonly deliveries?: number;
}

/** Steps about one subject, run one after another, with pacticipants of their own. */
export interface Subject {
  readonly name: string;
  readonly steps: readonly Step[];
}

type Options = Omit<Step, 'row' | 'name' | 'method' | 'path' | 'body'>;

/** The requests in short words. */
export const get = (row: RowId, name: string, path: string, options: Options = {}): Step => ({
  row,
  name,
  method: 'GET',
  path,
  ...options,
});
const sending =
  (method: MethodName) =>
  (row: RowId, name: string, path: string, body?: Body, options: Options = {}): Step => ({
    row,
    name,
    method,
    path,
    ...(body === undefined ? {} : { body }),
    ...options,
  });
export const put = sending('PUT');
export const post = sending('POST');
export const patch = sending('PATCH');
export const del = (row: RowId, name: string, path: string, options: Options = {}): Step => ({
  row,
  name,
  method: 'DELETE',
  path,
  accept: '*/*',
  ...options,
});
