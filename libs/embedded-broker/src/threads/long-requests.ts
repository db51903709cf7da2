import type { BrokerSettings } from '../config/index.ts';
import type { FileIdentity } from '../database/index.ts';
import type { Elsewhere } from '../http/index.ts';
import type { Logger } from '../logger.ts';
import { StorageError } from '../storage-error.ts';
import type { LongAnswer, LongRequest } from './long-request.ts';
import { ThreadLimitError } from './running-thread.ts';
import { ThreadPool, type JobOptions } from './thread-pool.ts';

/** How long reading may take, in milliseconds. What writes is not ended: nobody would know whether it has written. */
const longestAnswerMs = 60_000;

export interface LongRequestsOptions {
  /** Path of the database's file, and which file that is. */
  readonly db: string;
  readonly file: FileIdentity;
  readonly settings: BrokerSettings;
  /** How many threads there may be. */
  readonly threads: number;
  readonly clock: () => Date;
  readonly logger: Logger;
  /** Called when a thread has written something. */
  readonly onWritten: () => void;
}

/**
 * Answers requests that take long on threads, each with its own connection to the database, so that all others are
 * answered meanwhile.
 */
export class LongRequests implements Elsewhere {
  private readonly pool: ThreadPool;
  private readonly clock: () => Date;
  private readonly onWritten: () => void;

  constructor({ db, file, settings, threads, logger, ...options }: LongRequestsOptions) {
    this.pool = new ThreadPool({ broker: { db, file, settings } }, { most: threads, logger });
    this.clock = options.clock;
    this.onWritten = options.onWritten;
  }

  readonly answer: Elsewhere['answer'] = async (request, response) => {
    const body: Buffer = Buffer.isBuffer(request.body) ? ownMemory(request.body) : Buffer.alloc(0);
    const { method, url, headers } = request;
    const input: LongRequest = { method, url, headers, body, now: this.clock().toISOString() };
    const options: JobOptions = {
      limitMs: method === 'GET' ? longestAnswerMs : undefined,
      transfer: body.length > 0 ? [body.buffer as ArrayBuffer] : [],
      isUnwanted: () => response.destroyed,
    };
    let answer: LongAnswer;
    try {
      answer = (await this.pool.do({ task: 'answer a request', input }, options)) as LongAnswer;
    } catch (error) {
      if (response.destroyed) return;
      throw error instanceof ThreadLimitError ? refusal(error) : error;
    }
    // The client may be gone, and with it whoever looks what was written when a response ends.
    if (answer.hasWritten) this.onWritten();
    response.status(answer.status).set(answer.headers as Record<string, string>);
    response.end(answer.body);
  };

  /** Ends the threads, and what they still do. */
  close(): Promise<void> {
    return this.pool.close();
  }
}

/** The bytes in memory that can be handed over: a small body shares its memory with others. */
function ownMemory(bytes: Buffer): Buffer {
  return bytes.buffer.byteLength === bytes.length ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
}

const reasons = {
  start: "The broker can't answer what takes long at the moment.",
  time: `The answer took longer than ${longestAnswerMs / 1_000} seconds, and was given up.`,
  memory: 'The answer took more memory than the broker has for one.',
  queue: 'Too many requests that take long are waiting.',
};

function refusal(error: ThreadLimitError): StorageError {
  const retry = error.limit === 'queue' || error.limit === 'start' ? { retryAfter: 5 } : {};
  return new StorageError(error.message, { status: 503, text: reasons[error.limit], ...retry }, error);
}
