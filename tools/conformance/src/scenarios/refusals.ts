import type { RowId } from '../api/index.ts';
import type { MethodName, Step } from '../http/step.ts';

interface Refused {
  /** A method that the resource does not have. */
  readonly without?: MethodName;
  /** A method that reads a body: it gets one of the wrong type. */
  readonly reads?: MethodName;
  /** False where every media type is answered. */
  readonly negotiates?: boolean;
}

/**
 * What every resource refuses, asked of one that exists: a media type it does not offer, a method it does not have, a
 * body of a type that it does not read; and which methods it says that it has.
 */
export function refusals(
  row: RowId,
  path: string,
  { without = 'PATCH', reads, negotiates = true }: Refused = {},
): readonly Step[] {
  return [
    ...(negotiates
      ? [
          {
            row,
            name: 'a media type that is not offered',
            method: 'GET',
            path,
            accept: 'application/yaml',
          } as const,
        ]
      : []),
    { row, name: 'a method that it does not have', method: without, path },
    { row, name: 'which methods it has', method: 'OPTIONS', path },
    ...(reads
      ? [
          {
            row,
            name: `${reads} of a body of the wrong type`,
            method: reads,
            path,
            type: 'text/plain',
            body: 'x',
          } as const,
        ]
      : []),
  ];
}

/** Asks for something that is not there, in both forms that errors have. */
export function notThere(
  row: RowId,
  what: string,
  path: string,
  accept = 'application/hal+json',
): readonly Step[] {
  return [
    { row, name: what, method: 'GET', path, accept },
    {
      row,
      name: `${what}, as a problem`,
      method: 'GET',
      path,
      accept: `${accept}, application/problem+json`,
    },
  ];
}
