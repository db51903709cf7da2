import { describe, expect, it } from '@jest/globals';
import { writeCourse } from '../../test/written-course.ts';
import { lessonOf, loadCourse } from './load-course.ts';

describe('Loading a course', () => {
  it('returns the lessons in order, with their texts by language', async () => {
    await using course = await writeCourse({ 'course/02-ask/README.de.md': '# Fragen\n' });
    const { lessons } = await loadCourse(course.folder);
    expect(lessons.map(({ number, slug, manifest }) => [number, slug, manifest.title])).toEqual([
      [1, 'greet', 'Greet'],
      [2, 'ask', 'Ask the stock'],
    ]);
    expect(Object.keys(lessons[1]?.readmes ?? {}).sort()).toEqual(['de', 'en']);
  });

  it('reports the existing lessons', async () => {
    await using course = await writeCourse();
    const loaded = await loadCourse(course.folder);
    expect(() => lessonOf(loaded, 3)).toThrow('There is no lesson 3: the course has lessons 1 to 2.');
  });

  const lesson = 'course/01-greet/lesson.ts';
  const words = 'course/01-greet/words.de.yaml';
  it.each<[string, Parameters<typeof writeCourse>[0], RegExp]>([
    [
      'a missing hint',
      { [lesson]: ["['What do you say to somebody who comes in?']", '[]'] },
      /lesson\.ts is not a valid lesson:\n {2}hints: /,
    ],
    [
      'an empty hint',
      { [lesson]: ['What do you say to somebody who comes in?', ' '] },
      /hints\.0: must not be empty/,
    ],
    [
      'a reason that is not a pattern',
      { [lesson]: ['because: /hello/', "because: 'hello'"] },
      /tasks\.0\.after\.because: /,
    ],
    ['an unknown property', { [lesson]: ['minutes: 1', 'minutes: 1, seconds: 2'] }, /seconds/],
    [
      'a duplicate task id',
      { 'course/02-ask/lesson.ts': ["id: 'contract'", "id: 'farewell'"] },
      /the id "farewell" is used twice/,
    ],
    [
      'an edit outside of the playground',
      { [lesson]: ['apps/shop/greeting.txt', '../greeting.txt'] },
      /edits\.0: must be a path from the root/,
    ],
    [
      'a stage that is called start',
      { 'course/02-ask/lesson.ts': ["stage: 'halfway'", "stage: 'start'"] },
      /tasks\.0\.stage: must not be "start"/,
    ],
    [
      'translated words without a title',
      { [words]: 'concept: Wer kommt, wird begrüßt.' },
      /words\.de\.yaml.*\n {2}title: /,
    ],
    ['words that are not YAML', { [words]: 'title: [' }, /words\.de\.yaml is not valid YAML/],
    ['a lesson without a manifest', { [lesson]: null }, /01-greet has no lesson\.ts/],
    ['a lesson without a text', { 'course/01-greet/README.md': null }, /01-greet has no README\.md/],
    [
      'a gap in the numbers',
      { 'course/04-later/lesson.ts': 'export default {};' },
      /04-later is in the place of lesson 3/,
    ],
    [
      'a name without a slug',
      { 'course/03/lesson.ts': 'export default {};' },
      /03 is not named like a lesson/,
    ],
  ])('refuses %s', async (_, changes, message) => {
    await using course = await writeCourse(changes);
    await expect(loadCourse(course.folder)).rejects.toThrow(message);
  });
});
