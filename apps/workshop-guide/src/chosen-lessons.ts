import type { CourseLesson } from './course/index.ts';

/**
 * The lessons that the arguments name, each once and in order; all lessons without arguments.
 * @param args numbers (`3`) and ranges (`1-5`, or `11-` for all from there on)
 * @throws Error when an argument is malformed or names a lesson that does not exist
 */
export function chosenLessons(lessons: readonly CourseLesson[], args: readonly string[]): CourseLesson[] {
  if (args.length === 0) return [...lessons];
  const numbers = new Set(args.flatMap((arg) => range(arg, lessons.length)));
  return lessons.filter(({ number }) => numbers.has(number));
}

function range(arg: string, last: number): number[] {
  const { from, dash, to } = /^(?<from>\d+)(?<dash>-(?<to>\d+)?)?$/.exec(arg)?.groups ?? {};
  const low = Number(from);
  const high = to === undefined ? (dash === undefined ? low : last) : Number(to);
  if (from === undefined || low < 1 || high > last || low > high)
    throw new Error(`"${arg}" names no lessons: use numbers from 1 to ${last}, or a range like 1-5.`);
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}
