import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { shownValue } from './listing.ts';
import { definitions, settingNames, variableName } from './definitions.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

it('The documents list every setting with its default, as its comment in the definitions has it', () => {
  const comments = commentsOf(read('./definitions.ts'));
  const expected = settingNames.map((name) => {
    const { type, default: value } = definitions[name];
    const shown = shownValue(value);
    const meaning = `${comments.get(name)} Takes ${type.accepts}.`;
    return [`\`${variableName(name)}\``, shown === '' ? 'none' : `\`${shown}\``, meaning];
  });
  expect(rowsOf(read('../../../../docs/broker-operations.md'))).toEqual(expected);
});

/** The comment in front of each key of an object, on one line. */
function commentsOf(source: string): ReadonlyMap<string, string> {
  const found = source.matchAll(/^ {2}\/\*\*((?:(?!\*\/).)*)\*\/\n {2}(\w+):/gms);
  return new Map(
    [...found].map(([, comment = '', name = '']) => [name, comment.replace(/\n +\*/g, '').trim()]),
  );
}

/** The rows about settings of the tables in a document. */
function rowsOf(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| `PACT_BROKER_'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    );
}
