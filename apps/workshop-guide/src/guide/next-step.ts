import type { CourseLesson } from '../course/index.ts';
import type { LessonProgress } from '../progress/index.ts';
import { openTasks } from './stage.ts';
import type { Workshop } from './workshop.ts';

/** The next step in a lesson, as a sentence. */
export function nextStep(
  { course }: Workshop,
  lesson: CourseLesson,
  progress: LessonProgress | undefined,
): string {
  const [open] = openTasks(lesson, progress);
  if (!open) {
    return lesson.number < course.lessons.length
      ? '"npx workshop next" starts the next lesson.'
      : `that was the last lesson. The section "On your own services" of the project's README explains how to use the tools.`;
  }
  const where = whereToWork(lesson.manifest.edits);
  const first = open.runFirst ? `, run ${inOrder(open.runFirst)} in playground/` : '';
  const what = open.manual ? `"npx workshop check", which runs "${open.command}"` : '"npx workshop check"';
  const stuck = progress?.tasks[open.id] ? ' Stuck? "npx workshop hint".' : '';
  return `${where}${first}, then ${what}.${stuck}`;
}

/** Commands in their order, each in quotes. */
function inOrder(commands: readonly string[]): string {
  return commands.map((command) => `"${command}"`).join(', then ');
}

function whereToWork([first, ...others]: readonly string[]): string {
  if (first === undefined) return 'follow the lesson';
  const more = others.length === 0 ? '' : ` and ${others.length} more (see the lesson)`;
  return `edit playground/${first}${more}`;
}
