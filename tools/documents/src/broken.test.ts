import { expect, test } from '@jest/globals';
import { brokenReferences } from './broken.ts';

const files: Record<string, string> = {
  'docs/rules.md': '# Rules\n\n## Rows, and `latestby`\n\n## Rows\n\n## Rows\n\n```\n## Not a heading\n```\n',
  'docs/picture.png': '',
};

/** What a file of this text names in vain. */
const broken = (path: string, text: string) =>
  brokenReferences(path, {
    address: 'https://example.org/us/it',
    has: (name) => name in files || name === path,
    read: (name) => (name === path ? text : (files[name] ?? '')),
  });

test.each([
  ['a path from the top', 'lib/a.ts', '// Source: docs/rules.md#rows.'],
  ['a heading with signs', 'lib/a.ts', '/** Source: docs/rules.md#rows-and-latestby. */'],
  ['the second heading of the same words', 'lib/a.css', '/* docs/rules.md#rows-1 */'],
  ['a name in the same folder', 'docs/a.ts', '// rules.md'],
  ['text that is no comment', 'lib/a.ts', "const name = 'lost.md'; const url = 'http://x//lost.md';"],
  ['an address', 'lib/a.ts', '// https://example.org/lost.md'],
  ['the README that each folder has', 'lib/a.ts', '// `README.md`, in German README.de.md'],
  ['a pattern', 'lib/a.ts', '// docs/*.md, NAME.<language>.md'],
  ['a script', 'Makefile', 'all: ## writes docs/rules.md\n\tcat lost.md'],
  [
    'links',
    'docs/b.md',
    '[a](rules.md#rows) ![b](picture.png) [c](https://example.org/y.md) [d](#here)\n\n## Here',
  ],
  ['a block of code', 'docs/b.md', '```\n[a](lost.md)\n```\n\n~~~\n[a](lost.md)\n~~~'],
  ['a link by a name', 'docs/b.md', '[a][b]\n\n[b]: rules.md#rows'],
  ['an address of our own', 'lib/README.md', '[a](https://example.org/us/it/blob/main/docs/rules.md#rows)'],
  ['an address elsewhere', 'docs/b.md', '[a](https://example.org/lost.md#lost)'],
  ["an address on the reader's machine", 'docs/b.md', 'http://127.0.0.1:9292/matrix'],
])('%s is fine', (_, path, text) => {
  expect(broken(path, text)).toEqual([]);
});

test.each([
  ['a document', 'lib/a.ts', '\n/**\n * Source: lost.md 5.1, step 6.\n */', 'lib/a.ts:3: lost.md'],
  ['a section', 'lib/a.ts', 'x();\t// docs/rules.md#row', 'lib/a.ts:1: docs/rules.md#row'],
  [
    'what only code has',
    'lib/a.mjs',
    '// docs/rules.md#not-a-heading',
    'lib/a.mjs:1: docs/rules.md#not-a-heading',
  ],
  ['a path of another folder', 'lib/a.ts', '// ../rules.md', 'lib/a.ts:1: ../rules.md'],
  ['a script', '.ci/run', '# see docs/lost.md', '.ci/run:1: docs/lost.md'],
  ['SQL', 'a.sql', '-- lost.md', 'a.sql:1: lost.md'],
  ['a link', 'docs/b.md', 'a\n\n[a](lost.md)', 'docs/b.md:3: lost.md'],
  ['what a link looks for at the top', 'docs/b.md', '[a](docs/rules.md)', 'docs/b.md:1: docs/rules.md'],
  ['a section of the document itself', 'docs/b.md', '[a](#here)', 'docs/b.md:1: #here'],
  ['a picture', 'docs/b.md', '<img src="lost.png" />', 'docs/b.md:1: lost.png'],
  ['a name in a text', 'docs/b.md', 'See `lost.md`.', 'docs/b.md:1: lost.md'],
  ['a link in a list', 'docs/b.md', '- a\n  - b\n    [a](lost.md)', 'docs/b.md:3: lost.md'],
  ['a link in a table', 'docs/b.md', '| a |\n| - |\n| [a](lost.md) |', 'docs/b.md:3: lost.md'],
  ['a link by a name', 'docs/b.md', '[a][b]\n\n[b]: lost.md', 'docs/b.md:1: lost.md'],
  ['a section of what is no document', 'docs/b.md', '[a](picture.png#a)', 'docs/b.md:1: picture.png#a'],
  [
    'an address of our own',
    'docs/b.md',
    '[a](https://example.org/us/it/blob/main/lost.md)',
    'docs/b.md:1: https://example.org/us/it/blob/main/lost.md',
  ],
  [
    'a section by our address',
    'docs/b.md',
    '[a](https://example.org/us/it/tree/main/docs/rules.md#row)',
    'docs/b.md:1: https://example.org/us/it/tree/main/docs/rules.md#row',
  ],
  ['an address without https', 'docs/b.md', '[a](http://example.org)', 'docs/b.md:1: http://example.org'],
  ['an address without a host', 'docs/b.md', '[a](https://broker/x)', 'docs/b.md:1: https://broker/x'],
])('%s that is not there is told', (_, path, text, told) => {
  expect(broken(path, text)).toEqual([told]);
});
