import { describe, expect, it } from '@jest/globals';
import { judge } from './outcome.ts';
import { fails, passes } from '../lesson.ts';

describe('A task', () => {
  it.each([
    [passes(/4 passed/), 0, '4 passed'],
    [fails(/expected 404/), 2, 'expected 404 but was 200'],
  ])('is done when the command ends as expected, with the expected output', (outcome, exitCode, output) => {
    expect(judge(outcome, exitCode, output)).toEqual({ done: true });
  });

  it.each([
    [passes(/4 passed/), 1, '4 passed', /fails with exit code 1/],
    [passes(/4 passed/), 0, '3 passed', /passes as expected, but its output lacks \/4 passed\//],
    [fails(/expected 404/), 0, 'expected 404', /passes, but it should fail here/],
    [fails(/expected 404/), 1, 'expected 401', /fails as expected, but its output lacks \/expected 404\//],
  ])('is not done otherwise, and reports the reason', (outcome, exitCode, output, reason) => {
    const verdict = judge(outcome, exitCode, output);
    expect(verdict.done ? '' : verdict.reason).toMatch(reason);
  });

  it('is judged the same each time, whatever the flags of the pattern', () => {
    const outcome = passes(/passed/g);
    expect([1, 2].map(() => judge(outcome, 0, 'passed').done)).toEqual([true, true]);
  });
});
