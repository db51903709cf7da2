import { describe, expect, it } from '@jest/globals';
import { passes } from '../course/index.ts';
import { RunningLine } from './running-line.ts';

const task = { id: 'a', title: 'It works', command: 'make it', before: passes(/a/), after: passes(/b/) };

function written(terminal: { isTTY?: boolean; columns?: number }): string {
  let all = '';
  const line = new RunningLine({ ...terminal, write: (text: string) => (all += text) });
  line.show(task);
  line.clear();
  line.clear();
  return all;
}

describe('The line for the running task', () => {
  it('is cleared on a terminal, and cut to one row', () => {
    expect(written({ isTTY: true, columns: 80 })).toBe('  … It works  make it\r\x1b[2K');
    expect(written({ isTTY: true, columns: 10 })).toBe('  … It wo\r\x1b[2K');
  });

  it('is a plain line elsewhere', () => {
    expect(written({})).toBe('  … It works  make it\n');
  });
});
