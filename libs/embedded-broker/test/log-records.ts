import { Writable } from 'node:stream';
import { pino, type Logger } from 'pino';

/** A record of the broker's log. */
export interface LogRecord {
  readonly level: number;
  readonly msg: string;
  readonly err?: { readonly message: string; readonly stack: string };
}

/** A logger for a broker, with the records that it has written so far. */
export function recordingLogger(): { readonly logger: Logger; readonly records: readonly LogRecord[] } {
  const records: LogRecord[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      records.push(JSON.parse(chunk.toString()) as LogRecord);
      done();
    },
  });
  return { logger: pino({ base: null }, stream), records };
}
