import { Writable } from 'node:stream';
import { pino, type Logger } from 'pino';

/** A record of the broker's log. */
export interface LogRecord {
  readonly level: number;
  readonly msg: string;
  readonly err?: { readonly message: string; readonly stack: string };
}

/** A logger for a broker, with what it has written so far: as lines, and as records. */
export function recordingLogger(): {
  readonly logger: Logger;
  readonly lines: readonly string[];
  readonly records: readonly LogRecord[];
} {
  const lines: string[] = [];
  const records: LogRecord[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const line = chunk.toString();
      lines.push(line);
      records.push(JSON.parse(line) as LogRecord);
      done();
    },
  });
  return { logger: pino({ base: null }, stream), lines, records };
}
