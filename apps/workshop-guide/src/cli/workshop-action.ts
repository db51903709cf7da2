import { join } from 'node:path';
import type { Command } from 'commander';
import { projectRoot } from '../course/index.ts';
import { WorkshopError } from '../errors.ts';
import { openWorkshop, type Workshop } from '../guide/index.ts';
import { styled } from './print.ts';

/** The options of every command. */
interface FolderOptions {
  readonly course: string;
  readonly playground: string;
}

/** Adds the options for the folders of the course and the playground. */
export function addFolderOptions(program: Command): void {
  program
    .option('--course <folder>', 'folder of the lessons', join(projectRoot, 'workshop'))
    .option(
      '--playground <folder>',
      'folder that you work in; progress is stored beside it',
      join(projectRoot, 'playground'),
    );
}

/** Ctrl-C, a request to end, and a closed terminal. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Makes a commander action of a command. Signals such as Ctrl-C abort the command's signal; they do not end the
 * process, so that the command can stop its child processes. Errors that the learner can fix are printed without a
 * stack.
 * @returns the function for commander's `action`
 */
export function workshopAction<Args extends unknown[]>(
  work: (workshop: Workshop, signal: AbortSignal, ...args: Args) => Promise<void> | void,
): (this: Command, ...args: Args) => Promise<void> {
  return async function (this: Command, ...args: Args) {
    const stop = new AbortController();
    const interrupt = () => stop.abort(new WorkshopError('Stopped.\nNext: "npx workshop start" continues.'));
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
