import type { Course, CourseLesson, Task } from '../src/course/index.ts';

/** A task of the course, and the file that is saved for the measurement. */
export interface BenchCase {
  readonly what: string;
  readonly lesson: number;
  readonly command: string;
  readonly file: string;
  /** Seconds. */
  readonly limit: number;
}

export const cases: readonly BenchCase[] = [
  {
    what: 'unit tests (lesson 2)',
    lesson: 2,
    command: 'make unit',
    file: 'apps/admin-service/src/user-service-client/user-service-client.ts',
    limit: 3,
  },
  {
    what: 'contract tests (lesson 3)',
    lesson: 3,
    command: 'make consumer',
    file: 'apps/admin-service/src/user-service-client/user-service-client.ts',
    limit: 3,
  },
  {
    what: 'verification (lesson 7)',
    lesson: 7,
    command: 'make provider',
    file: 'apps/user-service/src/user-service.pact.test.ts',
    limit: 4,
  },
];

/** @throws Error when the course has no such task any more */
export function findTask(
  course: Course,
  { lesson: number, command }: BenchCase,
): { lesson: CourseLesson; task: Task } {
  const lesson = course.lessons[number - 1];
  const task = lesson?.manifest.tasks.find((one) => one.command === command);
  if (!lesson || !task) throw new Error(`Lesson ${number} has no task "${command}" to measure.`);
  return { lesson, task };
}
