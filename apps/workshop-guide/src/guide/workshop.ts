import { basename, resolve } from 'node:path';
import { loadCourse, type Course, type CourseLesson } from '../course/index.ts';
import { WorkshopError } from '../errors.ts';
import { locationsOf, type Locations } from '../playground/index.ts';
import { readProgress, type Progress } from '../progress/index.ts';

/** A course and its playground. */
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

/** The name of a lesson in the progress file and in addresses: its folder's name. */
export function nameOf(lesson: CourseLesson): string {
  return basename(lesson.folder);
}

/** The lesson with this name; undefined when there is none. */
export function lessonNamed({ course }: Workshop, name: string): CourseLesson | undefined {
  return course.lessons.find((lesson) => nameOf(lesson) === name);
}

/**
 * Finds a lesson by number or name: `4`, `04`, `04-verify-the-provider` or `verify-the-provider`.
 * @throws WorkshopError that names the existing lessons
 */
export function findLesson({ course }: Workshop, name: string): CourseLesson {
  const lesson = course.lessons.find(
    (one) => (/^\d+$/.test(name) && Number(name) === one.number) || [nameOf(one), one.slug].includes(name),
  );
  if (lesson) return lesson;
  throw new WorkshopError(
    `There is no lesson "${name}": the course has lessons 1 to ${course.lessons.length}.\nNext: "npx workshop list" lists them.`,
  );
}

/** The progress, and the lesson that the playground is laid out for; no lesson before the first start. */
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
