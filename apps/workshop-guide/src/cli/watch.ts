import { once } from 'node:events';
import type { Command } from 'commander';
import { Companion } from '../checking/index.ts';
import {
  acquireInstanceLock,
  currentLesson,
  next,
  nextStep,
  nameOf,
  openTasks,
  learnerPosition,
  type Workshop,
} from '../guide/index.ts';
import { progressOf } from '../progress/index.ts';
import { printLessonTitle, printProgress } from './check.ts';
import { showDiff, showHint } from './info-commands.ts';
import { keysLine, listenForKeys, type WatchKey } from './watch-keys.ts';
import { displayPath } from './display-path.ts';
import { print, styled } from './print.ts';
import { taskLines } from './task-lines.ts';
import { workshopAction } from './workshop-action.ts';

/** `workshop watch`: checks the affected tasks whenever a file is saved. */
export function addWatchCommand(program: Command): void {
  program
    .command('watch')
    .description('check the affected tasks whenever you save a file; Ctrl-C ends it')
    .action(
      workshopAction(async (workshop, signal) => {
        const { lesson } = currentLesson(workshop);
        const instanceLock = await acquireInstanceLock(workshop);
        try {
          printLessonTitle(lesson);
          await runCompanion(workshop, new Companion(workshop), signal);
        } finally {
          instanceLock.release();
        }
      }),
    );
}

/** Watches the playground and prints the results of each save, until the signal is aborted. */
export async function runCompanion(
  workshop: Workshop,
  companion: Companion,
  signal: AbortSignal,
): Promise<void> {
  companion.on('lesson', (lesson) => {
    print();
    printLessonTitle(lesson);
  });
  companion.on('saved', (paths) => print(`\n${styled('dim', `saved ${shortList([...paths])}`)}`));
  companion.on('result', (task, result) => taskLines(task, result).forEach((line) => print(line)));
  companion.on('settled', (lesson) => printProgress(workshop, lesson));
  companion.on('problem', (error) => console.error(error.message));
  await companion.open();
  print(
    `Watching ${displayPath(workshop.at.playground)}: each save runs the tasks that it affects. Ctrl-C ends it.`,
  );
  const keys = watchKeys(workshop, companion, signal);
  if (process.stdin.isTTY) print(styled('dim', `Keys: ${keysLine(keys)}`));
  printKnownProgress(workshop);
  const restoreTerminal = listenForKeys(process.stdin, keys, (error) =>
    console.error((error as Error).message),
  );
  try {
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    restoreTerminal();
  }
  await companion.close();
  print('\nStopped. Your progress is saved; the same command continues.');
}

/** The keys of a companion's terminal. */
function watchKeys(workshop: Workshop, companion: Companion, signal: AbortSignal): WatchKey[] {
  return [
    { key: 'h', does: 'hint', run: () => showHint(workshop) },
    { key: 'd', does: 'differences to the solution', run: () => showDiff(workshop) },
    { key: 'n', does: 'next lesson', run: async () => void (await next(workshop, { signal })) },
    { key: 'r', does: 'run the tasks again', run: () => companion.check() },
    { key: 'q', does: 'quit', run: () => void process.kill(process.pid, 'SIGINT') },
  ];
}

/** Prints the next step where all results are known already, so that no task is run now. */
function printKnownProgress(workshop: Workshop): void {
  const { lesson, progress } = learnerPosition(workshop);
  const known = lesson && progressOf(progress, nameOf(lesson));
  if (!lesson || !known || openTasks(lesson, known).some(({ id }) => !known.tasks[id])) return;
  print(`Next: ${nextStep(workshop, lesson, known)}`);
}

function shortList(paths: readonly string[]): string {
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
  return paths.slice(0, 3).join(', ') + more;
}
