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
    ['is undefined when it is done', task, ended(0, 'hello', { done: true }), undefined, false],
    [
      'is undefined when it is done, even with the result of the start',
      red,
      ended(0, '200', { done: true }),
      undefined,
      false,
    ],
    ['is that nothing changed', task, ended(1, 'TODO'), 'It is unchanged since the start', true],
    ['is that nothing changed, when it passes', red, ended(0, '200'), 'It is unchanged', true],
    [
      'is the time limit, whatever the output',
      task,
      ended(1, 'TODO', { outOfTime: true }),
      'did not end',
      false,
    ],
    ['is what is wrong', task, ended(0, 'hello', { remarks: ['It is rude.'] }), 'It is rude.', false],
    [
      'is what is wrong, with the output of the start as well',
      red,
      ended(0, '200', { remarks: ['It is rude.'] }),
      'It is rude.',
      false,
    ],
    [
      'names the TODO markers that are left over',
      task,
      ended(2, 'bye', { leftOver: ['TODO 1 is still in a.ts, line 3.'] }),
      'It fails with exit code 2. TODO 1 is still in a.ts, line 3.',
      false,
    ],
    ['is the exit code', task, ended(2, 'bye'), 'It fails with exit code 2.', false],
    ['is the missing output', task, ended(0, 'bye'), 'its output lacks', false],
    ['is that it passes', red, ended(0, 'fine'), 'It passes, but it should fail here.', false],
    ['is another reason', red, ended(1, '404'), 'but for another reason', false],
  ])('%s', (_, of, result, why, untouched) => {
    expect(isUntouched(of, result)).toBe(untouched);
    if (why === undefined) expect(notDoneReason(of, result)).toBeUndefined();
    else expect(notDoneReason(of, result)).toContain(why);
  });
});
