import { expect, test } from '@jest/globals';
import { bashOf } from './section-blocks.ts';

const markdown = '# A\n\n```bash\na\n```\n\n## B\n\n```bash\nb\n```\n\n```\nc\n```\n\n```bash\nd\n```\n';

test('the blocks of bash in a section are found', () => {
  expect(bashOf(markdown, 'A')).toEqual(['a']);
  expect(bashOf(markdown, 'B')).toEqual(['b', 'd']);
});

test('a section that is not there is an error, so that nothing is left out in silence', () => {
  expect(() => bashOf(markdown, 'C')).toThrow('There is no section "C" with a block of bash.');
});
