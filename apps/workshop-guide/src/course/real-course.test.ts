import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { answersIn } from './check/answer-files.ts';
import { loadCourse } from './load-course.ts';
import { projectRoot } from './workspace.ts';

it('Each lesson has two wrong answers at least, and three that are also right', async () => {
  const { lessons } = await loadCourse(join(projectRoot, 'workshop'));
  const counts = lessons.map((lesson) => ({
    lesson: lesson.number,
    wrong: answersIn(lesson, 'wrong').length,
    right: answersIn(lesson, 'also-right').length,
  }));
  expect(counts.filter(({ wrong, right }) => wrong < 2 || right < 3)).toEqual([]);
});
