import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as Pino from 'pino';
import type { Values } from '../config/index.ts';
import { lazyRequire } from '../lazy-require.ts';
import { logLine } from './log-line.ts';

/** The log that the settings describe: JSON lines, or lines for people where somebody watches. */
export function createLogger(values: Values): Pino.Logger {
  const { destination, pino } = lazyRequire<typeof Pino>('pino');
  const { logFormat, logStream, logDir } = values;
  const level = values.logLevel === 'none' ? 'silent' : values.logLevel;
  if (logStream === 'file') mkdirSync(logDir, { recursive: true });
  const output = destination({
    dest: logStream === 'file' ? join(logDir, 'pact_broker.log') : 1,
    sync: true,
  });
  const isWatched = logStream === 'stdout' && process.stdout.isTTY;
  if (logFormat === 'json' || (logFormat === 'default' && !isWatched))
    return pino({ level, base: null }, output);
  const write = (record: string) =>
    void output.write(logLine(record, { color: logFormat === 'color' || isWatched }));
  return pino({ level, base: null }, { write });
}
