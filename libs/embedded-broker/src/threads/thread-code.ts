import type { WorkerOptions } from 'node:worker_threads';

/** The code of a thread: its file, or, with the option `eval`, its text. */
export interface ThreadCode {
  readonly code: string | URL;
  readonly options: WorkerOptions;
}

/** What a thread runs. Published bundles have their own in place of this module. */
export function threadCode(): ThreadCode {
  return { code: new URL('../thread.ts', import.meta.url), options: {} };
}
