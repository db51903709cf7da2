import { ExpectedError } from '../expected-error.ts';

/**
 * Whether an error is no fault of the program, so that its message says enough: one that is told to users, or one of
 * the machine, e.g. a file that may not be read. What only has been put into words is judged by its cause.
 */
export function isExpected(error: unknown): boolean {
  if (error instanceof ExpectedError) return error.cause === undefined || isExpected(error.cause);
  const { syscall, errcode } = (error ?? {}) as { readonly syscall?: string; readonly errcode?: number };
  return syscall !== undefined || (errcode !== undefined && !isFaultyStatement(errcode));
}

/** SQLite's codes for a statement that is wrong, or is run the wrong way; all others are about the file. */
const faultyStatement = { error: 1, constraint: 19, mismatch: 20, misuse: 21, range: 25 };

/** @param errcode its lowest byte is the kind of error, the others are details of it */
const isFaultyStatement = (errcode: number): boolean =>
  Object.values(faultyStatement).includes(errcode & 0xff);
