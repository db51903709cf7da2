import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildInfo } from '@pact-workshop/pact-tooling';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeCourse } from '../../test/written-course.ts';
import { runProgram } from '../processes/index.ts';
import { lessonFiles } from './lesson-files.ts';
import { loadCourse } from './load-course.ts';
import { layOutWorkspace, projectRoot } from './workspace.ts';

describe('A workspace', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'workspace-')));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const git = async (...args: string[]) => (await runProgram('git', args, { cwd: folder })).stdout.trim();

  async function layOut(lesson: number, stage: string): Promise<void> {
    await using course = await writeCourse();
    const loaded = await loadCourse(course.folder);
    await layOutWorkspace(loaded, lessonFiles(loaded, lesson, stage), folder, `Lesson ${lesson}`);
  }

  it('has the files of the previous lessons and of the lesson itself, and the project’s packages', async () => {
    await layOut(2, 'start');
    expect(read('apps/shop/greeting.txt')).toBe('hello\n');
    expect(read('apps/shop/wanted.json')).toContain('TODO');
    expect(existsSync(join(folder, 'apps/shop/farewell.txt'))).toBe(false);
    expect(read('jest.preset.mjs')).toBe(readFileSync(join(projectRoot, 'jest.preset.mjs'), 'utf8'));
    expect(realpathSync(join(folder, 'node_modules'))).toBe(realpathSync(join(projectRoot, 'node_modules')));
  });

  it('has a Jest that explains a mistake in TypeScript as the compiler does', async () => {
    await layOut(2, 'start');
    const config = `import preset from './jest.preset.mjs'; export default { ...preset, rootDir: 'broken' };`;
    mkdirSync(join(folder, 'broken/src'), { recursive: true });
    writeFileSync(join(folder, 'jest.config.mjs'), config);
    writeFileSync(join(folder, 'broken/tsconfig.json'), '{ "extends": "../tsconfig.base.json" }');
    writeFileSync(join(folder, 'broken/src/a.test.ts'), 'const one = (): number => {\n  return 1;\n');
    const jest = join(folder, 'node_modules/jest/bin/jest.js');
    const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
    await expect(runProgram(process.execPath, [...flags, jest], { cwd: folder })).rejects.toMatchObject({
      stderr: expect.stringMatching(/TS1005: .*'}' expected/) as unknown,
    });
  });

  it('has a version of its own, whatever the user’s git configuration', async () => {
    const home = process.env['HOME'];
    mkdirSync(join(folder, 'home'));
    writeFileSync(
      join(folder, 'home/.gitconfig'),
      '[commit]\n\tgpgSign = true\n[core]\n\thooksPath = /nowhere\n',
    );
    process.env['HOME'] = join(folder, 'home');
    try {
      await layOut(1, 'start');
    } finally {
      process.env['HOME'] = home;
    }
    expect(await git('log', '--format=%an: %s')).toBe('Learner: Lesson 1');
    const commit = await git('rev-parse', 'HEAD');
    expect(buildInfo({ cwd: folder, env: {} })).toMatchObject({ version: commit, branch: 'main' });
    writeFileSync(join(folder, 'apps/shop/greeting.txt'), 'hello\n');
    expect(buildInfo({ cwd: folder, env: {} }).version).toMatch(`${commit.slice(0, 10)}-dirty-`);
  });

  it('keeps nothing of the previous lesson when it is laid out for another one, except history and broker', async () => {
    await layOut(2, 'solution');
    mkdirSync(join(folder, 'pacts'));
    mkdirSync(join(folder, '.pact-broker'));
    for (const path of ['apps/shop/mine.txt', 'pacts/old.json', '.pact-broker/db', 'committed.txt'])
      writeFileSync(join(folder, path), 'x');
    await git('add', 'committed.txt');
    await git('commit', '--quiet', '--message', 'Mine');

    await layOut(1, 'start');
    expect(
      ['apps/shop/mine.txt', 'apps/shop/farewell.txt', 'pacts/old.json', 'committed.txt'].filter((path) =>
        existsSync(join(folder, path)),
      ),
    ).toEqual([]);
    expect(read('apps/shop/greeting.txt')).toBe('TODO: greet\n');
    expect(read('.pact-broker/db')).toBe('x');
    expect((await git('log', '--format=%s')).split('\n')).toEqual(['Lesson 1', 'Mine', 'Lesson 2']);
  });
});
