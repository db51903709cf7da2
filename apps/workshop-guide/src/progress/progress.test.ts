import { describe, expect, it } from '@jest/globals';
import { nothingYet, progressOf, withHint, withLesson, withResult, type Progress } from './progress.ts';

const lesson = '01-first';
const [monday, tuesday, wednesday] = ['2026-03-02T10:00:00Z', '2026-03-03T10:00:00Z', '2026-03-04T10:00:00Z'];

const ran = (progress: Progress, task: string, done: boolean, at = monday, of = lesson) =>
  withResult(progress, of, {
    task,
    result: { done, exitCode: done ? 0 : 1, output: '', mismatches: [], durationMs: 1, at },
    all: ['one', 'two'],
  });
const started = withLesson(nothingYet, lesson, monday);
const finished = ran(ran(started, 'one', true), 'two', true, tuesday);
const of = (progress: Progress, name = lesson) => progressOf(progress, name);

describe('The progress in a lesson', () => {
  it('starts with the lesson, which becomes the current one', () => {
    expect(started).toEqual({
      format: 1,
      lesson,
      lessons: { [lesson]: { startedAt: monday, hints: 0, tasks: {} } },
    });
    expect(withLesson(started, '02-second', tuesday).lesson).toBe('02-second');
    expect(of(withLesson(started, '02-second', tuesday))).toEqual(of(started));
  });

  it('is finished when the last task is done, with its time', () => {
    const half = ran(started, 'one', true);
    expect(of(half)?.finishedAt).toBeUndefined();
    expect(of(ran(half, 'two', false))?.finishedAt).toBeUndefined();
    expect(of(finished)?.finishedAt).toBe(tuesday);
  });

  it.each<[string, (before: Progress) => Progress]>([
    ['a check that fails', (before) => ran(before, 'one', false, wednesday)],
    ['a check that passes', (before) => ran(before, 'one', true, wednesday)],
    ['a new start', (before) => withLesson(before, lesson, wednesday)],
    ['a hint', (before) => withHint(before, lesson, 3)],
    ['another lesson', (before) => withLesson(before, '02-second', wednesday)],
  ])('stays finished, with the first time: %s', (_, change) => {
    expect(of(change(finished))?.finishedAt).toBe(tuesday);
  });

  it('has the last result of each task', () => {
    const red = ran(finished, 'one', false, wednesday);
    expect(of(red)?.tasks['one']).toMatchObject({ done: false, at: wednesday });
    expect(of(red)?.tasks['two']).toMatchObject({ done: true });
  });

  it('has no task done after a new start, but keeps the hints that were shown', () => {
    const hinted = withHint(withHint(finished, lesson, 3), lesson, 3);
    expect(of(withLesson(hinted, lesson, wednesday))).toEqual({
      startedAt: wednesday,
      finishedAt: tuesday,
      hints: 2,
      tasks: {},
    });
  });

  it('has at most the available hints', () => {
    const hints = [1, 2, 3].map((times) =>
      Array.from({ length: times }).reduce<Progress>((one) => withHint(one, lesson, 2), started),
    );
    expect(hints.map((one) => of(one)?.hints)).toEqual([1, 2, 2]);
  });

  it('does not exist for a lesson that was never started, whatever its name', () => {
    expect(['02-second', 'constructor', '__proto__'].map((name) => of(started, name))).toEqual(
      Array(3).fill(undefined),
    );
    expect(withHint(started, '02-second', 3)).toEqual(started);
    expect(ran(started, 'one', true, monday, '02-second')).toEqual(started);
  });
});
