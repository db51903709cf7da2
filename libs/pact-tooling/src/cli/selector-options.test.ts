import { describe, expect, it } from '@jest/globals';
import type { Selector } from '@pact-workshop/broker-client';
import { Command } from 'commander';
import { addSelectorOptions, withDetectedVersion, type Collected } from './selector-options.ts';

/** What a command line asks for, and what it leaves out. */
function read(line: string): Collected {
  const collected: Collected = { selectors: [], ignored: [] };
  const command = new Command('ask').exitOverride();
  addSelectorOptions(command, collected);
  command.parse(line.split(' '), { from: 'user' });
  return collected;
}

describe('An option belongs to the name before it', () => {
  const [a, b] = ['A', 'B'].map((pacticipant) => ({ pacticipant }));
  it.each<[string, Selector[], Selector[]]>([
    ['-a A', [{ pacticipant: 'A' }], []],
    ['-a A -e 1', [{ ...a!, version: '1' }], []],
    ['-a A -e 1 --ignore B -e 2', [{ ...a!, version: '1' }], [{ ...b!, version: '2' }]],
    ['-a A --ignore B -e 2 -a C -e 3', [a!, { pacticipant: 'C', version: '3' }], [{ ...b!, version: '2' }]],
    ['--ignore B -e 2 -a A -e 1', [{ ...a!, version: '1' }], [{ ...b!, version: '2' }]],
    ['--ignore B --ignore C -e 3 -a A', [a!], [b!, { pacticipant: 'C', version: '3' }]],
    [
      '-a A -l -a B -l dev',
      [
        { ...a!, latest: true },
        { ...b!, latest: 'dev' },
      ],
      [],
    ],
    ['-a A -l --ignore B -l dev', [{ ...a!, latest: true }], [{ ...b!, latest: 'dev' }]],
    [
      '-a A --branch x -a B --main-branch',
      [
        { ...a!, branch: 'x' },
        { ...b!, mainBranch: true },
      ],
      [],
    ],
    ['-a A --ignore B --main-branch', [a!], [{ ...b!, mainBranch: true }]],
    ['-a A -a B -e 2', [a!, { ...b!, version: '2' }], []],
    ['-a A -e 1 -e 2', [{ ...a!, version: '2' }], []],
  ])('%s', (line, selectors, ignored) => {
    expect(read(line)).toEqual({ selectors, ignored });
  });

  it.each<[string, Selector[], Selector[]]>([
    ['-e 1 -a A -a B', [{ ...a!, version: '1' }, b!], []],
    ['-e 1 --ignore B -a A', [a!], [{ ...b!, version: '1' }]],
    ['--main-branch -a A', [{ ...a!, mainBranch: true }], []],
    ['--branch x -l -a A -e 1', [{ ...a!, branch: 'x', latest: true, version: '1' }], []],
    ['-e 1', [], []],
  ])('or to the first name after it if there is none before: %s', (line, selectors, ignored) => {
    expect(read(line)).toEqual({ selectors, ignored });
  });
});

describe('The default is the version that is checked out', () => {
  it.each<[boolean, object]>([
    [true, {}],
    [true, { latest: false }],
    [true, { latest: undefined, mainBranch: false }],
    [false, { version: '7' }],
    [false, { latest: true }],
    [false, { latest: 'dev' }],
    [false, { branch: 'x' }],
    [false, { branch: '' }],
    [false, { mainBranch: true }],
  ])('%s with %j', (isMeant, says) => {
    const before = process.env['VERSION_COMMIT'];
    process.env['VERSION_COMMIT'] = 'checked-out';
    try {
      const { version } = withDetectedVersion({ pacticipant: 'A', ...says });
      expect(version === 'checked-out').toBe(isMeant);
    } finally {
      if (before === undefined) delete process.env['VERSION_COMMIT'];
      else process.env['VERSION_COMMIT'] = before;
    }
  });
});
