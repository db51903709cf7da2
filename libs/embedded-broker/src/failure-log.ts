import type * as Pino from 'pino';
import { lazyRequire } from './lazy-require.ts';
import type { Logger } from './logger.ts';

/** A log of failures alone, on standard error. What writes it is loaded with the first of them. */
export function failureLog(): Logger {
  let log: Logger | undefined;
  return {
    info: () => undefined,
    error: (record, message) => (log ??= openLog()).error(record, message),
  };
}

function openLog(): Logger {
  const { destination, pino } = lazyRequire<typeof Pino>('pino');
  return pino({ level: 'error' }, destination({ dest: 2, sync: true }));
}
