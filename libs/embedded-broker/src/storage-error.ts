import { ExpectedError } from './expected-error.ts';

/** What the answer to a request says of a {@link StorageError}. */
export interface StorageAnswer {
  readonly status: 503 | 507;
  /** A sentence for who asked, who learns nothing of this machine. */
  readonly text: string;
  /** After how many seconds another attempt may help by itself. */
  readonly retryAfter?: number;
}

/** The machine keeps the database from its work: no fault of the program, nor of who asks. The message names the file. */
export class StorageError extends ExpectedError {
  readonly answer: StorageAnswer;

  constructor(message: string, answer: StorageAnswer, cause: unknown) {
    super(message, { cause });
    this.answer = answer;
  }

  /** Whether another process is writing, so that the same may be tried again. */
  get isBusy(): boolean {
    return this.answer.retryAfter !== undefined;
  }
}
