import { basename, resolve } from 'node:path';
import { loadCourse, type Course, type CourseLesson } from '../course/index.ts';
import { WorkshopError } from '../errors.ts';
import { locationsOf, type Locations } from '../playground/index.ts';
import { readProgress, type Progress } from '../progress/index.ts';

/** A course and the playground in which it is done. */
export interface Workshop {
  readonly course: Course;
  readonly at: Locations;
}

/**
 * @param folders of the course and of the playground
 * @throws WorkshopError when the course can't be read
 */
export async function openWorkshop(folders: {
  readonly course: string;
  readonly playground: string;
}): Promise<Workshop> {
  try {
    const course = await loadCourse(resolve(folders.course));
    return { course, at: locationsOf(resolve(folders.playground)) };
  } catch (error) {
    throw new WorkshopError(`The course in ${folders.course} can't be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** What a lesson is called in the progress and in addresses: its folder's name. */
export function nameOf(lesson: CourseLesson): string {
  return basename(lesson.folder);
}

/** The lesson with this name, or nothing. */
export function lessonNamed({ course }: Workshop, name: string): CourseLesson | undefined {
  return course.lessons.find((lesson) => nameOf(lesson) === name);
}

/**
 * Finds a lesson by what a learner may call it: `4`, `04`, `04-verify-the-provider` or `verify-the-provider`.
 * @throws WorkshopError that says which there are
 */
export function findLesson({ course }: Workshop, wish: string): CourseLesson {
  const lesson = course.lessons.find(
    (one) => (/^\d+$/.test(wish) && Number(wish) === one.number) || [nameOf(one), one.slug].includes(wish),
  );
  if (lesson) return lesson;
  throw new WorkshopError(
    `There is no lesson "${wish}": the course has lessons 1 to ${course.lessons.length}.\nNext: "npx workshop list" shows them.`,
  );
}

/** The lesson that the playground is laid out for, and what is remembered; no lesson before the first start. */
export function learnerPosition(workshop: Workshop): {
  readonly progress: Progress;
  readonly lesson: CourseLesson | undefined;
} {
  const progress = readProgress(workshop.at.progressFile);
  return {
    progress,
    lesson: progress.lesson === undefined ? undefined : lessonNamed(workshop, progress.lesson),
  };
}
