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
  const { edits } = lesson.manifest;
  const where =
    edits.length === 0 ? 'follow the lesson' : `edit ${edits.map((path) => `playground/${path}`).join(', ')}`;
  const stuck = progress?.tasks[open.id] ? ' Stuck? "npx workshop hint".' : '';
  return `${where}, then "npx workshop check".${stuck}`;
}
