import type { Command } from 'commander';
import type { CourseLesson } from '../course/index.ts';
import {
  next,
  nameOf,
  nextStep,
  openTasks,
  reset,
  restore,
  solve,
  start,
  type Moved,
  type Workshop,
} from '../guide/index.ts';
import { listBackups } from '../playground/index.ts';
import { progressOf, readProgress } from '../progress/index.ts';
import { sayLesson } from './check.ts';
import { inWorkshop, shown } from './run.ts';
import { coloured, say, sayNext } from './say.ts';
import { openTaskLines } from './task-lines.ts';

/** The commands that lay out the playground. */
export function addMoveCommands(program: Command): void {
  program
    .command('start')
    .argument('[lesson]', 'its number or name; by default the one you are in, else the first')
    .description('lay out the playground for a lesson, or go on with it')
    .action(
      inWorkshop(async (workshop, signal, wish: string | undefined) => {
        sayMoved(workshop, await start(workshop, wish, { signal, onPrepare: sayPreparing }));
      }),
    );
  program
    .command('next')
    .description('start the next lesson')
    .action(
      inWorkshop(async (workshop, signal) => {
        sayMoved(workshop, await next(workshop, { signal, onPrepare: sayPreparing }));
      }),
    );
  program
    .command('reset')
    .description("lay out the current lesson's start again")
    .action(
      inWorkshop(async (workshop, signal) => {
        sayMoved(workshop, await reset(workshop, { signal, onPrepare: sayPreparing }));
      }),
    );
  program
    .command('solve')
    .description('lay out the solution')
    .action(
      inWorkshop(async (workshop, signal) => {
        const moved = await solve(workshop, { signal });
        say(`The solution of lesson ${moved.lesson.number} is laid out in ${shown(workshop.at.playground)}.`);
        sayBackups(workshop, moved);
        sayNext('"npx workshop check" shows what it does.');
      }),
    );
  program
    .command('restore')
    .argument('[name]', 'of the backup; the newest one by default')
    .option('--list', 'only list the backups')
    .description('restore your files from a backup')
    .action(inWorkshop(restoreBackup));
}

async function restoreBackup(
  workshop: Workshop,
  signal: AbortSignal,
  name: string | undefined,
  { list = false }: { readonly list?: boolean },
): Promise<void> {
  if (list) {
    const all = listBackups(workshop.at.backupDir);
    for (const one of all) say(`  ${one.name}  (before "${one.before}")`);
    if (all.length === 0) say('There are no backups yet.');
    sayNext(all.length === 0 ? '"npx workshop check".' : '"npx workshop restore NAME" restores one.');
    return;
  }
  const moved = await restore(workshop, name, { signal, onPrepare: sayPreparing });
  say(`Restored ${moved.from.name} to ${shown(workshop.at.playground)}.`);
  sayMoved(workshop, moved);
}

/** Some lessons begin with something deployed; that takes a while. */
export function sayPreparing({ number, manifest }: CourseLesson): void {
  say(coloured('dim', `Preparing lesson ${number}: ${manifest.prepare?.what ?? ''} …`));
}

function sayMoved(workshop: Workshop, moved: Moved): void {
  const { lesson, laidOut } = moved;
  const progress = progressOf(readProgress(workshop.at.progressFile), nameOf(lesson));
  sayLesson(lesson);
  say(`${lesson.manifest.concept}\n`);
  for (const task of lesson.manifest.tasks)
    openTaskLines(task, progress?.tasks[task.id]).forEach((line) => say(line));
  say(
    laidOut
      ? `\nThe playground is laid out. Edit files and type commands there: cd ${shown(workshop.at.playground)}`
      : `\nYou go on where you were, in ${shown(workshop.at.playground)} ("npx workshop reset" begins anew).`,
  );
  sayBackups(workshop, moved);
  const read =
    openTasks(lesson, progress).length === 0
      ? ''
      : `read ${shown(lesson.readmes['en'] ?? '')} (or the page of "make workshop"), `;
  sayNext(`${read}${nextStep(workshop, lesson, progress)}`);
}

function sayBackups({ at }: Workshop, { backups }: Moved): void {
  const restoring =
    backups.length > 1 ? '"npx workshop restore NAME" restores one' : '"npx workshop restore" restores them';
  for (const { name } of backups)
    say(`Your files were backed up to ${shown(at.backupDir)}/${name}; ${restoring}.`);
}
