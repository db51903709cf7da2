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

describe('The line that says what runs', () => {
  it('makes way for the result on a terminal, whose rows it does not exceed', () => {
    expect(written({ isTTY: true, columns: 80 })).toBe('  … It works  make it\r\x1b[2K');
    expect(written({ isTTY: true, columns: 10 })).toBe('  … It wo\r\x1b[2K');
  });

  it('stays as a plain line elsewhere', () => {
    expect(written({})).toBe('  … It works  make it\n');
  });
});
