import type { CourseLesson } from '../course/index.ts';
import type { LessonProgress } from '../progress/index.ts';
import { openTasks } from './stage.ts';
import type { Workshop } from './workshop.ts';

/** What to do next in a lesson, in a sentence. */
export function nextStep(
  { course }: Workshop,
  lesson: CourseLesson,
  progress: LessonProgress | undefined,
): string {
  const [open] = openTasks(lesson, progress);
  if (!open) {
    return lesson.number < course.lessons.length
      ? '"npx workshop next" starts the next lesson.'
      : "that was the last lesson. The project's README tells how to take it to your own services.";
  }
  const where = whereToWork(lesson.manifest.edits);
  const first = open.runFirst ? `, type ${inOrder(open.runFirst)} in playground/` : '';
  const what = open.manual ? `"npx workshop check", which runs "${open.command}"` : '"npx workshop check"';
  const stuck = progress?.tasks[open.id] ? ' Stuck? "npx workshop hint".' : '';
  return `${where}${first}, then ${what}.${stuck}`;
}

/** Commands that are typed one after the other, each in quotes. */
function inOrder(commands: readonly string[]): string {
  return commands.map((command) => `"${command}"`).join(', then ');
}

function whereToWork([first, ...others]: readonly string[]): string {
  if (first === undefined) return 'do what the lesson says';
  const more = others.length === 0 ? '' : ` and ${others.length} more that the lesson names`;
  return `edit playground/${first}${more}`;
}
