import { describe, expect, it } from '@jest/globals';
import { chosenLessons } from './chosen-lessons.ts';
import type { CourseLesson } from './course/index.ts';

const lessons = Array.from({ length: 5 }, (_, index) => ({ number: index + 1 }) as CourseLesson);

describe('The lessons to check', () => {
  it.each<[string[], number[]]>([
    [[], [1, 2, 3, 4, 5]],
    [['2'], [2]],
    [['4-'], [4, 5]],
    [
      ['4-5', '1', '5'],
      [1, 4, 5],
    ],
  ])('named by %j are %j', (args, numbers) => {
    expect(chosenLessons(lessons, args).map(({ number }) => number)).toEqual(numbers);
  });

  it.each(['0', '6', '3-6', '4-2', '6-', '-2', 'x', '1,2'])('are not named by %j', (arg) => {
    expect(() => chosenLessons(lessons, [arg])).toThrow(`"${arg}" names no lessons: use numbers from 1 to 5`);
  });
});
