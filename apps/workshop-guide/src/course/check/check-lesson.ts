import { lessonOf, type Course } from '../load-course.ts';
import type { CheckOptions } from './check-options.ts';
import { contentFindings } from './content.ts';
import { runFindings } from './runs.ts';
import { textFindings } from './texts.ts';
import { translationFindings } from './translations.ts';

/**
 * Checks files and texts of a lesson, and how its commands end in each of its states.
 * @returns the problems, one sentence each; commands are run only when files and texts are correct
 * @throws the signal's reason when it was stopped
 */
export async function checkLesson(
  course: Course,
  number: number,
  options: CheckOptions = {},
): Promise<string[]> {
  const lesson = lessonOf(course, number);
  const findings = [
    ...contentFindings(course, lesson),
    ...textFindings(lesson),
    ...translationFindings(lesson),
  ];
  return findings.length > 0 ? findings : runFindings(course, lesson, options);
}
