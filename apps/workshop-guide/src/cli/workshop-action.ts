import { join } from 'node:path';
import type { Command } from 'commander';
import { projectRoot } from '../course/index.ts';
import { WorkshopError } from '../errors.ts';
import { openWorkshop, type Workshop } from '../guide/index.ts';
import { styled } from './print.ts';

/** Options that every command has. */
interface FolderOptions {
  readonly course: string;
  readonly playground: string;
}

/** Adds the options that say where the course and the playground are. */
export function addFolderOptions(program: Command): void {
  program
    .option('--course <folder>', 'the lessons', join(projectRoot, 'workshop'))
    .option(
      '--playground <folder>',
      'where you work; progress is kept beside it',
      join(projectRoot, 'playground'),
    );
}

/** Ctrl-C, a polite end, and a terminal that was closed. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command's work; Ctrl-C aborts the signal, and a second one leaves it the time to stop what runs. What the learner can put right is said without a stack.
 * @returns what commander calls
 */
export function workshopAction<Args extends unknown[]>(
  work: (workshop: Workshop, signal: AbortSignal, ...args: Args) => Promise<void> | void,
): (this: Command, ...args: Args) => Promise<void> {
  return async function (this: Command, ...args: Args) {
    const stop = new AbortController();
    const interrupt = () =>
      stop.abort(new WorkshopError('Stopped.\nNext: "npx workshop start" goes on from here.'));
    for (const signal of endings) process.on(signal, interrupt);
    try {
      await work(await openWorkshop(this.optsWithGlobals<FolderOptions>()), stop.signal, ...args);
    } catch (error) {
      if (!(error instanceof WorkshopError)) throw error;
      console.error(`${styled('red', '✘')} ${error.message}`);
      process.exitCode = stop.signal.aborted ? 130 : 1;
    } finally {
      for (const signal of endings) process.off(signal, interrupt);
    }
  };
}
