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
  const stuck = progress?.tasks[open.id] ? ' Stuck? "npx workshop hint".' : '';
  return `${where}, then "npx workshop check".${stuck}`;
}

function whereToWork([first, ...others]: readonly string[]): string {
  if (first === undefined) return 'do what the lesson says';
  const more = others.length === 0 ? '' : ` and ${others.length} more that the lesson names`;
  return `edit playground/${first}${more}`;
}
