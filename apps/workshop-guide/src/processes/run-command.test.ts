import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { runCommand } from './run-command.ts';

describe('A command of the playground', () => {
  const folder = mkdtempSync(join(tmpdir(), 'run-command-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('returns the exit code and both streams, without colours', async () => {
    const result = await runCommand(folder, String.raw`printf '\033[31mred\033[0m\n'; echo so >&2; exit 3`);
    expect(result).toMatchObject({ exitCode: 3, output: 'red\nso\n' });
    expect(result.durationMs).toBeGreaterThanOrEqual(0);
  });

  it('fails with the shell’s message when the command does not exist', async () => {
    const { exitCode, output } = await runCommand(folder, 'no-such-command');
    expect(exitCode).toBe(127);
    expect(output).toContain('not found');
  });

  it('gets no variables of an enclosing CI, make or git, nor of a broker', async () => {
    const around = {
      CI: 'true',
      GITHUB_SHA: 'abc',
      MAKELEVEL: '1',
      MAKEFLAGS: 'n',
      GIT_DIR: '/nowhere',
      PACT_FILES: 'x',
      PACT_BROKER_BASE_URL: 'https://broker.example.org',
      PACT_BROKER_TOKEN: 'secret',
      PACT_BROKER_USERNAME: 'me',
      PACT_BROKER_PASSWORD: 'secret',
      PUBLISH_RESULTS: 'true',
      VERSION_COMMIT: '1',
    };
    const before = { ...process.env };
    Object.assign(process.env, around);
    try {
      const { output } = await runCommand(folder, 'env', { env: { MORE: 'yes' } });
      const names = output.split('\n').map((line) => line.split('=')[0]);
      expect(names.filter((name) => Object.hasOwn(around, name ?? ''))).toEqual([]);
      expect(names).toEqual(expect.arrayContaining(['PATH', 'MORE']));
    } finally {
      for (const name of Object.keys(around)) delete process.env[name];
      Object.assign(process.env, before);
    }
  });

  // The command ends when its output is closed, so a process that is left running makes these tests time out.
  it.each([
    ['a child in the background', 'sleep 300 & touch begun; wait'],
    ['children that ignore SIGTERM', "trap '' TERM; touch begun; sleep 300; sleep 300"],
  ])('is stopped with %s', async (_, command) => {
    rmSync(join(folder, 'begun'), { force: true });
    const interruption = new AbortController();
    const running = runCommand(folder, command, { signal: interruption.signal });
    while (!existsSync(join(folder, 'begun'))) await new Promise((resolve) => setTimeout(resolve, 5));
    interruption.abort(new Error('the learner saved again'));
    await expect(running).rejects.toThrow('the learner saved again');
  });

  it('sends SIGTERM to children in the background as well', async () => {
    rmSync(join(folder, 'begun'), { force: true });
    const loop = `trap 'touch told; exit' TERM; touch begun; for i in $(seq 300); do sleep 0.1; done`;
    const interruption = new AbortController();
    const running = runCommand(folder, `(${loop}) & wait`, { signal: interruption.signal });
    while (!existsSync(join(folder, 'begun'))) await new Promise((resolve) => setTimeout(resolve, 5));
    interruption.abort(new Error('stopped'));
    await expect(running).rejects.toThrow('stopped');
    expect(existsSync(join(folder, 'told'))).toBe(true);
  });

  it.each([
    ['a child in the background', 'echo begun; sleep 300 & wait; exit 0'],
    ['children that ignore SIGTERM', "trap '' TERM; echo begun; sleep 300; sleep 300"],
    ['exit code 0 on SIGTERM', "trap 'exit 0' TERM; echo begun; sleep 300 & wait"],
  ])('is stopped at its time limit, with %s', async (_, command) => {
    const { exitCode, output, outOfTime } = await runCommand(folder, command, { limitMs: 300 });
    expect({ exitCode, outOfTime }).toEqual({ exitCode: 124, outOfTime: true });
    expect(output).toBe('begun\n');
  });

  it('ends although a process outside of its group keeps the output open', async () => {
    const leave = `const { pid } = require('node:child_process').spawn('sleep', ['300'], { detached: true, stdio: 'inherit' });
      require('node:fs').writeFileSync('left', String(pid))`;
    writeFileSync(join(folder, 'leave.cjs'), leave);
    const { outOfTime } = await runCommand(folder, 'node leave.cjs', { limitMs: 1000 });
    process.kill(Number(readFileSync(join(folder, 'left'), 'utf8')));
    expect(outOfTime).toBe(true);
  });

  it('keeps the order of output and errors', async () => {
    const { output } = await runCommand(folder, 'for i in $(seq 200); do echo $i; echo e$i >&2; done');
    const expected = Array.from({ length: 200 }, (_, i) => `${i + 1}\ne${i + 1}\n`).join('');
    expect(output).toBe(expected);
  });

  it('is not started when the signal is aborted already', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(runCommand(folder, 'touch too-late', { signal })).rejects.toThrow('stopped');
    expect(existsSync(join(folder, 'too-late'))).toBe(false);
  });
});
