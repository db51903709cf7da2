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
  type LayoutResult,
  type Workshop,
} from '../guide/index.ts';
import { listBackups } from '../playground/index.ts';
import { progressOf, readProgress } from '../progress/index.ts';
import { printLessonTitle } from './check.ts';
import { displayPath } from './display-path.ts';
import { print, printNext, styled } from './print.ts';
import { openTaskLines } from './task-lines.ts';
import { workshopAction } from './workshop-action.ts';

/** The commands that lay out the playground. */
export function addLessonCommands(program: Command): void {
  program
    .command('start')
    .argument('[lesson]', 'number or name of the lesson; by default the current one, else the first')
    .description('lay out the playground for a lesson, or continue the lesson')
    .action(
      workshopAction(async (workshop, signal, lesson: string | undefined) => {
        printResult(workshop, await start(workshop, lesson, { signal, onPrepare: printPreparation }));
      }),
    );
  program
    .command('next')
    .description('start the next lesson')
    .action(
      workshopAction(async (workshop, signal) => {
        printResult(workshop, await next(workshop, { signal, onPrepare: printPreparation }));
      }),
    );
  program
    .command('reset')
    .description('lay out the start of the current lesson again')
    .action(
      workshopAction(async (workshop, signal) => {
        printResult(workshop, await reset(workshop, { signal, onPrepare: printPreparation }));
      }),
    );
  program
    .command('solve')
    .description('lay out the solution')
    .action(
      workshopAction(async (workshop, signal) => {
        const result = await solve(workshop, { signal });
        print(
          `The solution of lesson ${result.lesson.number} is laid out in ${displayPath(workshop.at.playground)}.`,
        );
        printBackups(workshop, result);
        printNext('"npx workshop check" shows what it does.');
      }),
    );
  program
    .command('restore')
    .argument('[name]', 'name of the backup; the newest one by default')
    .option('--list', 'only list the backups')
    .description('restore your files from a backup')
    .action(workshopAction(restoreBackup));
}

async function restoreBackup(
  workshop: Workshop,
  signal: AbortSignal,
  name: string | undefined,
  { list = false }: { readonly list?: boolean },
): Promise<void> {
  if (list) {
    const all = listBackups(workshop.at.backupDir);
    for (const one of all) print(`  ${one.name}  (before "${one.before}")`);
    if (all.length === 0) print('There are no backups yet.');
    printNext(all.length === 0 ? '"npx workshop check".' : '"npx workshop restore NAME" restores one.');
    return;
  }
  const result = await restore(workshop, name, { signal, onPrepare: printPreparation });
  print(`Restored ${result.from.name} to ${displayPath(workshop.at.playground)}.`);
  printResult(workshop, result);
}

/** Tells what a lesson prepares, such as a deployment; the preparation takes some seconds. */
export function printPreparation({ number, manifest }: CourseLesson): void {
  print(styled('dim', `Preparing lesson ${number}: ${manifest.prepare?.what ?? ''} …`));
}

function printResult(workshop: Workshop, result: LayoutResult): void {
  const { lesson, laidOut } = result;
  const progress = progressOf(readProgress(workshop.at.progressFile), nameOf(lesson));
  printLessonTitle(lesson);
  print(`${lesson.manifest.concept}\n`);
  for (const task of lesson.manifest.tasks)
    openTaskLines(task, progress?.tasks[task.id]).forEach((line) => print(line));
  print(
    laidOut
      ? `\nThe playground is laid out. Edit files and type commands there: cd ${displayPath(workshop.at.playground)}`
      : `\nYou continue where you left off, in ${displayPath(workshop.at.playground)} ("npx workshop reset" starts the lesson again).`,
  );
  printBackups(workshop, result);
  const read =
    openTasks(lesson, progress).length === 0
      ? ''
      : `read ${displayPath(lesson.readmes['en'] ?? '')} (or the page of "make workshop"), `;
  printNext(`${read}${nextStep(workshop, lesson, progress)}`);
}

function printBackups({ at }: Workshop, { backups }: LayoutResult): void {
  const restoring =
    backups.length > 1 ? '"npx workshop restore NAME" restores one' : '"npx workshop restore" restores them';
  for (const { name } of backups)
    print(`Your files were backed up to ${displayPath(at.backupDir)}/${name}; ${restoring}.`);
}
