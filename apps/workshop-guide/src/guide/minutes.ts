import { progressOf, type Progress } from '../progress/index.ts';
import { nameOf, type Workshop } from './workshop.ts';

/** The minutes of a course, as its lessons estimate them. */
export interface Minutes {
  readonly all: number;
  /** Of the lessons that are not finished. */
  readonly left: number;
}

/** Adds up the minutes of all lessons, and of those that are not finished. */
export function minutesOf({ course }: Workshop, progress: Progress): Minutes {
  const sum = (lessons: typeof course.lessons) =>
    lessons.reduce((minutes, { manifest }) => minutes + manifest.minutes, 0);
  return {
    all: sum(course.lessons),
    left: sum(
      course.lessons.filter((lesson) => progressOf(progress, nameOf(lesson))?.finishedAt === undefined),
    ),
  };
}

/** A duration as people say it: `45 min`, `1 h`, `1 h 50 min`. */
export function shownMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(
    ' ',
  );
}
