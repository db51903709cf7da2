import { StorageError, type StorageAnswer } from '../storage-error.ts';

interface Failure {
  /** What is wrong, of the file that is named in front of it. */
  readonly fault: string;
  readonly answer: StorageAnswer;
}

const damaged: Failure = {
  fault: 'is damaged; stop the broker, and put a backup in its place',
  answer: { status: 503, text: "The broker's database is damaged." },
};
const unusable = (what: string): Failure => ({
  fault: what,
  answer: { status: 503, text: "The broker's database can't be used." },
});

/** What SQLite says of the file by the kind of its error (https://sqlite.org/rescode.html). */
const failures: Readonly<Record<number, Failure>> = {
  5: {
    fault: 'is being written by another process',
    answer: { status: 503, text: "The broker's database is busy. Try again.", retryAfter: 5 },
  },
  8: unusable('may not be written'),
  10: unusable("can't be read or written"),
  11: damaged,
  13: {
    fault: 'has no space left; free some on its disk',
    answer: { status: 507, text: 'The broker has no space left on its disk. Nothing was stored.' },
  },
  14: unusable("can't be opened"),
  26: damaged,
};

/**
 * An error of SQLite about the file, in words; any other as it is.
 * @param path of the file
 */
export function storageFailure(error: unknown, path: string): unknown {
  const { errcode, message } = (error ?? {}) as { readonly errcode?: number; readonly message?: string };
  // The lowest byte is the kind, the others are details of it.
  const failure = errcode === undefined ? undefined : failures[errcode & 0xff];
  return failure ? new StorageError(`${path} ${failure.fault} (${message})`, failure.answer, error) : error;
}
