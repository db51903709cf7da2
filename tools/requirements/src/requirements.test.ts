import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const folder = fileURLToPath(new URL('..', import.meta.url));
const jest = '../../node_modules/jest/bin/jest.js';

/** Runs Node in this package, as on a developer's machine or as in CI. */
function node(args: readonly string[], env: Readonly<Record<string, string>>) {
  const { CI: _, ...own } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...args],
    { cwd: folder, env: { ...own, ...env }, encoding: 'utf8' },
  );
  return { status, said: stdout + stderr };
}

describe('Tests that need a program', () => {
  const run = (env: Readonly<Record<string, string>>) =>
    node(['--experimental-vm-modules', jest, '--roots', '<rootDir>/test', '--no-cache'], env);
  const missing = { MISSING: 'There is no Chromium.' };

  it('run where it is there', () => {
    const { status, said } = run({});
    expect(said).toContain('1 passed');
    expect(status).toBe(0);
  });

  it('are skipped where it is missing, which is said', () => {
    const { status, said } = run(missing);
    expect(said).toContain('Skipped: There is no Chromium.');
    expect(said).toContain('1 skipped');
    expect(status).toBe(0);
  });

  it('fail in CI where it is missing', () => {
    const { status, said } = run({ ...missing, CI: 'true' });
    expect(said).toContain('Nothing is skipped in CI. There is no Chromium.');
    expect(status).toBe(1);
  });
});

describe('A check that needs a program', () => {
  it('is skipped where it is missing, which is said', () => {
    expect(node(['test/skip.ts'], {})).toEqual({
      status: 0,
      said: 'Skipped: the comparison, since Ruby is not on this machine.\n',
    });
  });

  it('fails in CI where it is missing', () => {
    expect(node(['test/skip.ts'], { CI: 'true' })).toEqual({
      status: 1,
      said: 'Nothing is skipped in CI. Left out would be: the comparison, since Ruby is not on this machine.\n',
    });
  });
});
