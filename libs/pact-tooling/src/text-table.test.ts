import { describe, expect, it } from '@jest/globals';
import { textTable } from './text-table.ts';

describe('A text table', () => {
  it('has columns of equal width, and no spaces at the end of a line', () => {
    expect(
      textTable(
        ['A', 'LONG'],
        [
          ['one', '1'],
          ['b', ''],
        ],
      ),
    ).toBe('A    LONG\none  1\nb');
  });

  it('may have a rule below the header', () => {
    const style = { separator: ' | ', ruleSeparator: '-|-' };
    expect(textTable(['A', 'B'], [['one', 'two']], style)).toBe('A   | B\n----|----\none | two');
  });

  it('may have columns that are aligned to the right', () => {
    const isRightAligned = (column: number) => column > 0;
    expect(
      textTable(
        ['', 'N'],
        [
          ['a', '10'],
          ['bb', '5'],
        ],
        { isRightAligned },
      ),
    ).toBe('     N\na   10\nbb   5');
  });

  it('has only its header without rows', () => {
    expect(textTable(['A', 'B'], [])).toBe('A  B');
  });
});
