import { expect, test } from '@jest/globals';
import { commandsIn, optionsIn, type Program } from './programs.ts';
import { unknownInCommands } from './unknown-commands.ts';

const broker: Program = {
  options: new Set(['-h', '--help']),
  commands: new Map([
    ['start', { options: new Set(['--port', '--db']) }],
    ['exec', { options: new Set(['--port']) }],
    ['backup', { options: new Set(['--force']) }],
  ]),
};
const known = {
  makefiles: 'TO ?= production\nall: install ## all\ndeploy-x: ## deploys x to $(TO)\n',
  programs: new Map([
    ['broker', broker],
    ['@us/broker', broker],
  ]),
  isInstalled: (name: string) => name === 'nx',
};
const unknown = (markdown: string) => unknownInCommands(markdown, known);
const block = (text: string, language = 'bash') => `\`\`\`${language}\n${text}\n\`\`\``;

test.each([
  'Run `make all deploy-x TO=test`, then `make`.',
  '`make TARGET`, `npx …`, `npx nx run x`, `npx NAME`',
  '`npx --yes @us/broker start --port 0`',
  '`broker start [--port 9292] [--db …]`',
  '`broker backup FILE --force`',
  '`--port 9292`, `-h`',
  '`a sentence about make lost`',
  block('A=1 broker exec --port 1 -- make all && broker start --db x # make lost\nlost --option'),
  block('broker \\\n  start \\\n  --db "a b"'),
  block('$ make all\nmake lost: no such target', 'console'),
  block('make: *** no target\nbroker lost', ''),
  block('broker.lost();', 'ts'),
])('%j is fine', (markdown) => {
  expect(unknown(markdown)).toEqual([]);
});

test.each([
  ['a target', 'a\n\n`make lost`', '3: make lost'],
  ['a variable', '`make all FROM=test`', '1: make FROM=test'],
  ['one of several targets', block('make all lost'), '2: make lost'],
  ['a program', '`npx lost`', '1: npx lost'],
  ['a command', '`npx broker lost`', '1: broker lost'],
  ['an option', '`broker start --force`', '1: broker start --force'],
  ['an option with a value', '`@us/broker start --path=x`', '1: @us/broker start --path'],
  ['an option alone', '`--lost`', '1: --lost'],
  ['what exec runs', block('broker exec -- make lost'), '2: make lost'],
  ['what stands behind another command', block('cd x && make lost'), '2: make lost'],
  ['a command of a terminal', block('$ make lost', 'console'), '2: make lost'],
  ['a command without a language', block('git clone x\nmake lost', ''), '2: make lost'],
  ['a command in a drawing', block('a/\n  b/  `make lost`', ''), '2: make lost'],
  ['an indented command', '    make lost', '1: make lost'],
])('%s that is not there is told', (_, markdown, told) => {
  expect(unknown(markdown)).toEqual([told]);
});

test('a help text is read', () => {
  const help =
    'Usage: x [options] [command]\n\nOptions:\n  -a, --all <x>  all of\n                 --these\n  --no-check  a\n  -h\n\n' +
    'Commands:\n  start [options]  run\n                   it\n  help [command]   help\n';
  expect([...optionsIn(help)]).toEqual(['-a', '--all', '--no-check', '-h']);
  expect(commandsIn(help)).toEqual(['start']);
});
