import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeCourse, type WrittenCourse } from '../../test/written-course.ts';
import { lessonFiles, stagesOf } from './lesson-files.ts';
import { loadCourse, type Course } from './load-course.ts';

describe('The files of a lesson', () => {
  let written: WrittenCourse;
  let course: Course;
  beforeAll(async () => {
    written = await writeCourse({
      'course/02-ask/halfway/apps/shop/greeting.txt': 'hello, half\n',
      'course/02-ask/solution/apps/shop/greeting.txt': 'hello, all\n',
    });
    course = await loadCourse(written.folder);
  });
  afterAll(async () => written[Symbol.asyncDispose]());

  const texts = (number: number, stage: string) =>
    Object.fromEntries(
      [...lessonFiles(course, number, stage)].map(([path, { content }]) => [
        path.replace('apps/shop/', ''),
        content.toString().trim(),
      ]),
    );
  const nothingWanted = '{ "todo": "TODO: what is wanted", "interactions": [] }';

  it('of the start are the previous solution and the lesson’s own start', () => {
    expect(texts(1, 'start')).toEqual({ 'greeting.txt': 'TODO: greet' });
    expect(texts(2, 'start')).toEqual({ 'greeting.txt': 'hello', 'wanted.json': nothingWanted });
  });

  it('of a stage include the stages before it, and none of the stages after it', () => {
    expect(texts(2, 'halfway')).toEqual({
      'greeting.txt': 'hello, half',
      'farewell.txt': 'goodbye',
      'wanted.json': nothingWanted,
    });
    expect(texts(2, 'solution')).toEqual({
      'greeting.txt': 'hello, all',
      'farewell.txt': 'goodbye',
      'wanted.json': '{ "interactions": [{ "description": "stock" }, { "description": "more stock" }] }',
    });
  });

  it('have the stages of the lesson’s tasks, each once', () => {
    expect(course.lessons.map(stagesOf)).toEqual([
      ['start', 'solution'],
      ['start', 'halfway', 'solution'],
    ]);
    expect(() => lessonFiles(course, 1, 'halfway')).toThrow(
      'Lesson 1 has no "halfway", only start, solution.',
    );
  });
});
