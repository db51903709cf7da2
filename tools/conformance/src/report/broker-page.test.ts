import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { AcceptedDifference } from '../accepted-differences/accepted-difference.ts';
import { acceptedDifferences } from '../accepted-differences/index.ts';
import { withDifferences } from './broker-page.ts';

const page = (between: string) =>
  `# Broker\n\n<!-- accepted-differences -->${between}<!-- /accepted-differences -->\n\nMore.\n`;

const differences: readonly AcceptedDifference[] = [
  {
    subject: 'a body',
    kind: 'cosmetic',
    official: 'long',
    here: 'short',
    why: 'it is short',
    seen: [{ row: 'A1', steps: 'any', places: ['body'] }],
  },
  { subject: '`a|b`', kind: 'safer', official: 'yes', here: 'no', seen: 'in no scenario' },
  { subject: 'code', kind: 'another answer', official: '500', here: '400', seen: 'in no scenario' },
];

test('there is a table for each kind, and what no scenario shows is in italics', () => {
  const written = withDifferences(page('\nwhat was here before\n'), differences);
  expect(written).toBe(
    page(`

### What changes an answer

| subject | the official broker | here, because |
| ------- | ------------------- | ------------- |
| _code_  | 500                 | 400           |

### What is safer

| subject  | the official broker | here, because |
| -------- | ------------------- | ------------- |
| _\`a\\|b\`_ | yes                 | no            |

### What is cosmetic

| subject | the official broker | here, because |
| ------- | ------------------- | ------------- |
| a body  | long                | short         |

`),
  );
  expect(withDifferences(written, differences)).toBe(written);
});

test('a page without its markers is refused', () => {
  expect(() => withDifferences('# Broker\n', differences)).toThrow('<!-- accepted-differences -->');
});

test('docs/broker.md has the accepted differences as they are listed ("make conformance" writes them)', () => {
  const file = new URL('../../../../docs/broker.md', import.meta.url);
  const told = readFileSync(file, 'utf8');
  expect(told).toBe(withDifferences(told, acceptedDifferences));
});
