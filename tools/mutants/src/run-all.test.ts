import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Mutant } from './mutant.ts';
import { runAll, TestsFail } from './run-all.ts';

const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const files = {
  '.gitignore': 'node_modules\n.mutants/\n',
  'apps/x/jest.config.mjs': "export default { testMatch: ['**/*.test.mjs'], transform: {} };\n",
  'apps/x/src/add.mjs': 'export const add = (a, b) => a + b;\nexport const zero = () => 0;\n',
  'apps/x/src/add.test.mjs':
    "import { add } from './add.mjs';\ntest('adds', () => expect(add(1, 1)).toBe(2));\n",
};

const mutant = (name: string, changed: Partial<Mutant>): Mutant => ({
  id: `m/${name}`,
  module: 'm',
  project: 'apps/x',
  fault: 'one and one are not two',
  file: 'src/add.mjs',
  replace: 'a + b',
  by: 'a - b',
  tests: ['src/add.test.mjs'],
  equivalent: undefined,
  ...changed,
});

describe('A run', () => {
  let top: string;
  const options = { jobs: 1, limit: 20, stop: new AbortController().signal };
  const git = (...args: string[]) => execFileSync('git', args, { cwd: top, stdio: 'pipe' });

  beforeAll(async () => {
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    top = await mkdtemp(join(tmpdir(), 'mutants-test-'));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(top, name)), { recursive: true });
      await writeFile(join(top, name), text);
    }
    await symlink(packages, join(top, 'node_modules'));
    git('init', '--quiet');
    git('add', '.');
    git('-c', 'user.name=x', '-c', 'user.email=x@x', 'commit', '--quiet', '--message', 'x');
  });
  afterAll(() => rm(top, { recursive: true, force: true }));

  it('tells what was noticed from what was not, leaves the files alone, and knows it the next time', async () => {
    const mutants = [
      mutant('noticed', {}),
      mutant('survived', { replace: '() => 0', by: '() => 1' }),
      mutant('hung', { by: '(() => { for (;;); })()' }),
      mutant('equivalent', { equivalent: 'nobody can tell' }),
      mutant('gone', { replace: 'a * b' }),
    ];
    const first = await runAll(top, mutants, { ...options, limit: 4 });
    expect(first.map(({ verdict }) => verdict)).toEqual([
      'noticed',
      'survived',
      'hung',
      'equivalent',
      'gone',
    ]);
    expect(await readFile(join(top, 'apps/x/src/add.mjs'), 'utf8')).toBe(files['apps/x/src/add.mjs']);

    expect(await runAll(top, mutants, { ...options, limit: 4 })).toEqual(first);
  });

  it('takes what is not committed, unless a commit is named', async () => {
    const added = join(top, 'apps/x/src/zero.test.mjs');
    await writeFile(
      added,
      "import { zero } from './add.mjs';\ntest('is none', () => expect(zero()).toBe(0));\n",
    );
    const fault = mutant('zero', {
      replace: '() => 0',
      by: '() => 1',
      tests: ['src/zero.test.mjs'],
    });
    expect((await runAll(top, [fault], options)).map(({ verdict }) => verdict)).toEqual(['noticed']);
    // There the test is missing, and those beside the file stand in for it.
    const before = await runAll(top, [fault], { ...options, at: 'HEAD' });
    expect(before.map(({ verdict }) => verdict)).toEqual(['survived']);
    await rm(added);
  });

  it('ends where the tests fail without a fault', async () => {
    const failing = join(top, 'apps/x/src/failing.test.mjs');
    await writeFile(failing, "test('fails', () => expect(1).toBe(2));\n");
    const running = runAll(top, [mutant('a', { tests: ['src/failing.test.mjs'] })], options);
    await expect(running).rejects.toThrow(TestsFail);
    await rm(failing);
  });
});
