import type { Command } from 'commander';
import { checkTasks } from '../checking/index.ts';
import type { CourseLesson } from '../course/index.ts';
import { currentLesson, nameOf, nextStep, openTasks, tasksOfNow, type Workshop } from '../guide/index.ts';
import { progressOf, readProgress } from '../progress/index.ts';
import { inWorkshop } from './run.ts';
import { RunningLine } from './running-line.ts';
import { coloured, say, sayNext } from './say.ts';
import { openTaskLines, taskLines } from './task-lines.ts';

/** `workshop check`: runs the tasks of the current lesson. */
export function addCheckCommand(program: Command): void {
  program.command('check').description('check the tasks of the current lesson').action(inWorkshop(check));
}

async function check(workshop: Workshop, signal: AbortSignal): Promise<void> {
  const { lesson, progress } = currentLesson(workshop);
  const known = progressOf(progress, nameOf(lesson));
  const tasks = tasksOfNow(lesson, known);
  sayLesson(lesson);
  for (const task of lesson.manifest.tasks) {
    if (!tasks.includes(task)) openTaskLines(task, known?.tasks[task.id]).forEach((line) => say(line));
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
        for (const line of taskLines(task, result)) say(line);
      },
    });
  } finally {
    running.clear();
  }
  for (const task of left) openTaskLines(task, known?.tasks[task.id]).forEach((line) => say(line));
  const open = sayHowFar(workshop, lesson);
  if (open > 0) process.exitCode = 1;
}

/** Says which lesson it is about. */
export function sayLesson({ number, manifest }: CourseLesson): void {
  say(coloured('bold', `Lesson ${number}: ${manifest.title}`));
}

/** Says how many tasks are done and what is next; returns how many are open. */
export function sayHowFar(workshop: Workshop, lesson: CourseLesson): number {
  const progress = progressOf(readProgress(workshop.at.progressFile), nameOf(lesson));
  const [all, open] = [lesson.manifest.tasks.length, openTasks(lesson, progress).length];
  say(`${all - open} of ${all} tasks done.`);
  sayNext(nextStep(workshop, lesson, progress));
  return open;
}
