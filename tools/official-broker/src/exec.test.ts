import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const exec = fileURLToPath(new URL('./exec.ts', import.meta.url));

describe('A command beside the official broker, on a machine without Ruby', () => {
  let empty: string;
  beforeEach(() => {
    empty = mkdtempSync(join(tmpdir(), 'official-broker-'));
  });
  afterEach(() => rmSync(empty, { recursive: true }));

  /** Asks for a command that would be seen to run. */
  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const node = [process.execPath, ['--disable-warning=ExperimentalWarning', exec, ...args]] as const;
    const { status, stdout, stderr } = spawnSync(...node, { env: { PATH: empty, ...env }, encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  const echo = ['/bin/echo', 'it ran'];
  const missing =
    '/bin/echo it ran, since the official broker 2\\.122\\.0 needs what is not on this machine: ruby, gem, bundle(, initdb, postgres)?\\.\n$';

  it('is skipped, which is said', () => {
    expect(run(echo)).toEqual({ status: 0, said: expect.stringMatching(`^Skipped: ${missing}`) });
  });

  it('fails in CI', () => {
    expect(run(echo, { CI: 'true' })).toEqual({
      status: 1,
      said: expect.stringMatching(`^Nothing is skipped in CI. Left out would be: ${missing}`),
    });
  });

  it('has to be said', () => {
    expect(run([])).toEqual({ status: 2, said: 'Say what to run beside the official broker.\n' });
  });
});
