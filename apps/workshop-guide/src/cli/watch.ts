import { once } from 'node:events';
import type { Command } from 'commander';
import { Companion } from '../checking/index.ts';
import {
  acquireInstanceLock,
  currentLesson,
  nextStep,
  nameOf,
  openTasks,
  whereWeAre,
  type Workshop,
} from '../guide/index.ts';
import { progressOf } from '../progress/index.ts';
import { sayHowFar, sayLesson } from './check.ts';
import { inWorkshop, shown } from './run.ts';
import { coloured, say } from './say.ts';
import { taskLines } from './task-lines.ts';

/** `workshop watch`: checks on every save. */
export function addWatchCommand(program: Command): void {
  program
    .command('watch')
    .description('check again whenever you save a file, only what the file can change; Ctrl-C ends it')
    .action(
      inWorkshop(async (workshop, signal) => {
        const { lesson } = currentLesson(workshop);
        const instanceLock = await acquireInstanceLock(workshop);
        try {
          sayLesson(lesson);
          await accompany(workshop, new Companion(workshop), signal);
        } finally {
          instanceLock.release();
        }
      }),
    );
}

/** Watches and prints what comes of each save, until the signal is aborted. */
export async function accompany(
  workshop: Workshop,
  companion: Companion,
  signal: AbortSignal,
): Promise<void> {
  companion.on('lesson', (lesson) => {
    say();
    sayLesson(lesson);
  });
  companion.on('saved', (paths) => say(`\n${coloured('dim', `saved ${few([...paths])}`)}`));
  companion.on('result', (task, result) => taskLines(task, result).forEach((line) => say(line)));
  companion.on('settled', (lesson) => sayHowFar(workshop, lesson));
  companion.on('trouble', (error) => console.error(error.message));
  await companion.open();
  say(
    `Watching ${shown(workshop.at.playground)}: save a file, and what it can change is checked. Ctrl-C ends it.`,
  );
  sayWhereWeAre(workshop);
  if (!signal.aborted) await once(signal, 'abort');
  await companion.close();
  say('\nStopped. Your progress is kept: the same command goes on from here.');
}

/** What is next, when all is known already and so nothing is checked now. */
function sayWhereWeAre(workshop: Workshop): void {
  const { lesson, progress } = whereWeAre(workshop);
  const known = lesson && progressOf(progress, nameOf(lesson));
  if (!lesson || !known || openTasks(lesson, known).some(({ id }) => !known.tasks[id])) return;
  say(`Next: ${nextStep(workshop, lesson, known)}`);
}

function few(paths: readonly string[]): string {
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
  return paths.slice(0, 3).join(', ') + more;
}
