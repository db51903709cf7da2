import type { Command } from 'commander';
import {
  currentLesson,
  hint,
  nameOf,
  nextStep,
  openTasks,
  solutionDiff,
  learnerPosition,
  type Workshop,
} from '../guide/index.ts';
import { progressOf } from '../progress/index.ts';
import { print, printNext, styled } from './print.ts';
import { workshopAction } from './workshop-action.ts';

/** The commands that only show information. */
export function addInfoCommands(program: Command): void {
  program
    .command('list')
    .description('list the lessons and your progress')
    .option('--json', 'as JSON, for other programs')
    .action(
      workshopAction((workshop, _signal, { json = false }: { readonly json?: boolean }) =>
        json ? print(JSON.stringify(listed(workshop), null, 2)) : list(workshop),
      ),
    );
  program.command('hint').description('show a hint, one more each time').action(workshopAction(showHint));
  program
    .command('diff')
    .description('show the differences to the solution')
    .action(workshopAction(showDiff));
}

/** The lessons and the progress, for other programs. */
function listed(workshop: Workshop) {
  const { progress, lesson: current } = learnerPosition(workshop);
  return workshop.course.lessons.map((lesson) => {
    const known = progressOf(progress, nameOf(lesson));
    return {
      number: lesson.number,
      name: nameOf(lesson),
      title: lesson.manifest.title,
      minutes: lesson.manifest.minutes,
      current: lesson === current,
      startedAt: known?.startedAt ?? null,
      finishedAt: known?.finishedAt ?? null,
      hints: known?.hints ?? 0,
      tasks: lesson.manifest.tasks.map(({ id, title }) => ({
        id,
        title,
        done: known?.tasks[id]?.done ?? false,
      })),
    };
  });
}

function list(workshop: Workshop): void {
  const { progress, lesson: current } = learnerPosition(workshop);
  for (const lesson of workshop.course.lessons) {
    const known = progressOf(progress, nameOf(lesson));
    const all = lesson.manifest.tasks.length;
    const done = all - openTasks(lesson, known).length;
    const mark = known?.finishedAt === undefined ? (lesson === current ? '▶' : ' ') : styled('green', '✔');
    const here = lesson === current ? `  ${done} of ${all} tasks done, you are here` : '';
    const minutes = styled('dim', `${lesson.manifest.minutes} min`);
    print(`  ${mark} ${String(lesson.number).padStart(2)}  ${lesson.manifest.title}  ${minutes}${here}`);
  }
  printNext(
    current
      ? nextStep(workshop, current, progressOf(progress, nameOf(current)))
      : '"npx workshop start" lays out the first lesson.',
  );
}

/** Prints the next hint of the current lesson. */
export async function showHint(workshop: Workshop): Promise<void> {
  const { lesson, count, text } = await hint(workshop);
  const all = lesson.manifest.hints.length;
  print(`${styled('bold', `Hint ${count} of ${all}:`)} ${text}`);
  printNext(
    count < all
      ? 'try it, then "npx workshop check". Still stuck? "npx workshop hint" again.'
      : 'try it, then "npx workshop check". There are no more hints: "npx workshop diff" shows what is missing.',
  );
}

/** Prints the differences between the learner's files and the solution. */
export function showDiff(workshop: Workshop): void {
  const { lesson, progress } = currentLesson(workshop);
  const files = solutionDiff(workshop, lesson, progressOf(progress, nameOf(lesson)));
  for (const line of files.flatMap(({ lines }) => lines)) print(styledDiffLine(line));
  if (files.length === 0) {
    print('Your files match the solution.');
    printNext('"npx workshop check".');
  } else {
    printNext('make these changes, or let "npx workshop solve" make them; then "npx workshop check".');
  }
}

function styledDiffLine(line: string): string {
  if (/^(---|\+\+\+) /.test(line)) return styled('bold', line);
  if (line.startsWith('@@')) return styled('cyan', line);
  if (line.startsWith('+')) return styled('green', line);
  if (line.startsWith('-')) return styled('red', line);
  return line;
}
