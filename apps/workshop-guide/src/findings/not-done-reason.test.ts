import { describe, expect, it } from '@jest/globals';
import { fails, passes, type Task } from '../course/index.ts';
import type { TaskResult } from '../progress/index.ts';
import { isUntouched, notDoneReason } from './not-done-reason.ts';

const task = { id: 'a', title: 'A', command: 'make a', before: fails(/TODO/), after: passes(/hello/) };
const red: Task = { ...task, before: passes(/200/), after: fails(/500/) };
const ended = (exitCode: number, output: string, more: Partial<TaskResult> = {}): TaskResult => ({
  ...{ done: false, exitCode, output, mismatches: [], durationMs: 1, at: '' },
  ...more,
});

describe('Why a task is not done', () => {
  it.each<[string, Task, TaskResult, string | undefined, boolean]>([
    ['is nothing when it is', task, ended(0, 'hello', { done: true }), undefined, false],
    ['is nothing when it is, also as it began', red, ended(0, '200', { done: true }), undefined, false],
    ['is that it was not begun', task, ended(1, 'TODO'), 'It comes out as the lesson begins', true],
    ['is that it was not begun, where it passes', red, ended(0, '200'), 'It comes out as', true],
    ['is the time, whatever it printed', task, ended(1, 'TODO', { outOfTime: true }), 'did not end', false],
    ['is how it ended', task, ended(2, 'bye'), 'It fails, with exit code 2.', false],
    ['is what it does not show', task, ended(0, 'bye'), 'does not show yet', false],
    ['is that it passes', red, ended(0, 'fine'), 'It passes, and here it should fail.', false],
    ['is the reason', red, ended(1, '404'), 'but for another reason', false],
  ])('%s', (_, of, result, why, untouched) => {
    expect(isUntouched(of, result)).toBe(untouched);
    if (why === undefined) expect(notDoneReason(of, result)).toBeUndefined();
    else expect(notDoneReason(of, result)).toContain(why);
  });
});
