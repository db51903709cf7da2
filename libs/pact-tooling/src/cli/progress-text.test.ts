import { describe, expect, it } from '@jest/globals';
import { progressText } from './progress-text.ts';

describe('The text of a progress', () => {
  it('has a line for each tenth of the work outside a terminal', () => {
    const text = progressText(false);
    const texts = Array.from({ length: 41 }, (_, done) => text({ done, total: 40 }));
    expect(texts.filter((one) => one !== undefined)).toEqual(
      [4, 8, 12, 16, 20, 24, 28, 32, 36, 40].map((done) => `${done} of 40`),
    );
  });

  it.each([
    [0, 5_000, '0 of 200'],
    [100, 5_000, '100 of 200, 5 s left'],
    [100, 89_000, '100 of 200, 89 s left'],
    [100, 90_000, '100 of 200, 2 min left'],
    [50, 60_000, '50 of 200, 3 min left'],
    [200, 5_000, '200 of 200, 0 s left'],
  ])('has the time left on a terminal: %i after %i ms', (done, after, expected) => {
    let time = 1_000;
    const text = progressText(true, () => time);
    time += after;
    expect(text({ done, total: 200 })).toBe(expected);
  });

  it.each([true, false])('is missing without a total', (isTerminal) => {
    expect(progressText(isTerminal)({ done: 0, total: 0 })).toBeUndefined();
  });
});
