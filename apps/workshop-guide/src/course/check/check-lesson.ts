import { lessonOf, type Course } from '../load-course.ts';
import type { CheckOptions } from './check-options.ts';
import { contentFindings } from './content.ts';
import { runFindings } from './runs.ts';
import { textFindings } from './texts.ts';

/**
 * Checks that a lesson is what it says: files, texts, and how its commands end in each of its states.
 * @returns what is wrong, one sentence each; commands are run only where files and texts are right
 * @throws the signal's reason when it was stopped
 */
export async function checkLesson(
  course: Course,
  number: number,
  options: CheckOptions = {},
): Promise<string[]> {
  const lesson = lessonOf(course, number);
  const findings = [...contentFindings(course, lesson), ...textFindings(lesson)];
  return findings.length > 0 ? findings : runFindings(course, lesson, options);
}
