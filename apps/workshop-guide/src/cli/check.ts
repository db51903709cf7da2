import type { Command } from 'commander';
import { checkTasks } from '../checking/index.ts';
import type { CourseLesson } from '../course/index.ts';
import { currentLesson, nameOf, nextStep, openTasks, tasksOfNow, type Workshop } from '../guide/index.ts';
import { progressOf, readProgress } from '../progress/index.ts';
import { print, printNext, styled } from './print.ts';
import { RunningLine } from './running-line.ts';
import { openTaskLines, taskLines } from './task-lines.ts';
import { workshopAction } from './workshop-action.ts';

/** `workshop check`: runs the tasks of the current lesson. */
export function addCheckCommand(program: Command): void {
  program.command('check').description('check the tasks of the current lesson').action(workshopAction(check));
}

async function check(workshop: Workshop, signal: AbortSignal): Promise<void> {
  const { lesson, progress } = currentLesson(workshop);
  const known = progressOf(progress, nameOf(lesson));
  const tasks = tasksOfNow(lesson, known);
  printLessonTitle(lesson);
  for (const task of lesson.manifest.tasks) {
    if (!tasks.includes(task)) openTaskLines(task, known?.tasks[task.id]).forEach((line) => print(line));
  }
  const left = new Set(tasks);
  const running = new RunningLine();
  try {
    await checkTasks(workshop, lesson, tasks, {
      signal,
      onStart: (task) => running.show(task),
      onResult: (task, result) => {
        running.clear();
        left.delete(task);
        for (const line of taskLines(task, result)) print(line);
      },
    });
  } finally {
    running.clear();
  }
  for (const task of left) openTaskLines(task, known?.tasks[task.id]).forEach((line) => print(line));
  const open = printProgress(workshop, lesson);
  if (open > 0) process.exitCode = 1;
}

/** Prints number and title of a lesson. */
export function printLessonTitle({ number, manifest }: CourseLesson): void {
  print(styled('bold', `Lesson ${number}: ${manifest.title}`));
}

/** Prints how many tasks are done and the next step; returns the number of open tasks. */
export function printProgress(workshop: Workshop, lesson: CourseLesson): number {
  const progress = progressOf(readProgress(workshop.at.progressFile), nameOf(lesson));
  const [all, open] = [lesson.manifest.tasks.length, openTasks(lesson, progress).length];
  print(`${all - open} of ${all} tasks done.`);
  printNext(nextStep(workshop, lesson, progress));
  return open;
}
