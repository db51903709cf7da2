import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { unparsable } from './snippets.ts';
import { typeErrors } from './type-check.ts';

const block = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\`\n`;
const top = fileURLToPath(new URL('../../..', import.meta.url));

test.each([
  block('json', '{ "a": [1] }'),
  block('yaml', 'a: 1\n---\nb: [2]'),
  block('bash', 'if true; then cat <<EOF\n$a\nEOF\nfi'),
  block('console', '$ echo "a"\nit"s a'),
  block('', 'git clone x && cd x\nmake y'),
  block('', 'some "output'),
])('%j can be parsed', (markdown) => {
  expect(unparsable(markdown)).toEqual([]);
});

test.each([
  ['JSON', block('json', '{ "a": 1, }'), /^2: .*JSON/],
  ['YAML', block('yaml', 'a: [1'), /^2: /],
  ['shell code', `a\n\n${block('bash', 'if true; then')}`, /^4: .*syntax error/],
  ['a command of a terminal', block('console', '$ echo "a'), /^2: .*matching/],
  ['a command without a language', block('', 'make "x'), /^2: .*matching/],
  ['a language', block('perl', '1'), /^2: nobody checks blocks of "perl"/],
])('%s that can not be parsed is told', (_, markdown, told) => {
  expect(unparsable(markdown)).toEqual([expect.stringMatching(told)]);
});

test('types are checked, with the names that a comment declares, and errors have their line', () => {
  const using =
    "import { startBroker } from '@pact-workshop/embedded-broker';\nawait startBroker({ port: 0 });";
  const markdown = [
    block('ts', using),
    block('ts', using.replace('port:', 'prot:')),
    block('ts', 'user.name'),
    `<!-- declarations\ndeclare const user: { name: string };\n-->\n\n${block('ts', 'user.name.length;\nuser.age')}`,
    block('ts', 'const x = ;'),
  ].join('\n');
  expect(typeErrors([{ path: 'a.md', markdown }], top)).toEqual([
    expect.stringMatching(/^a\.md:8: .*'prot' does not exist/),
    expect.stringMatching(/^a\.md:12: Cannot find name 'user'/),
    expect.stringMatching(/^a\.md:21: Property 'age' does not exist/),
    expect.stringMatching(/^a\.md:25: Expression expected/),
  ]);
}, 120_000);
