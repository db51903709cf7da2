import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { describeUnless } from '@pact-workshop/requirements/describe-unless';
import { runProgram } from '../../../libs/embedded-broker/test/programs.ts';
import { nodeFlags } from '../src/door.ts';
import { projectFile } from '../src/files.ts';
import { executable } from '../src/output.ts';
import { copyLibraries, emptyRoot, missingForRoots } from './root-file-system.ts';
import { startBrokerProgram } from './running-broker.ts';

const env = { PATH: '' };

describe('The executable where nothing is on the path', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'embedded-broker-without-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  it('says its version and its commands', async () => {
    const [version, help] = await Promise.all(
      ['--version', '--help'].map((option) => runProgram([executable, option], { cwd, env })),
    );
    expect(version).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+ /), stderr: '' });
    expect(help?.stdout).toMatch(/^Usage: embedded-broker /);
  });

  it('runs with the flags of the command', async () => {
    const preloaded = join(cwd, 'preloaded.cjs');
    writeFileSync(preloaded, 'console.error(JSON.stringify(process.execArgv));');
    const { stderr } = await runProgram([executable, '--version'], {
      cwd,
      env: { ...env, NODE_OPTIONS: `--require ${preloaded}` },
    });
    const door = projectFile('libs/embedded-broker/bin/embedded-broker.mjs');
    expect(JSON.parse(stderr)).toEqual(nodeFlags(door).options);
  });

  it('is no Node that runs a file', async () => {
    expect(await runProgram([executable, '-e', '1'], { cwd, env })).toMatchObject({ code: 1, stdout: '' });
  });
});

describeUnless(missingForRoots())('The executable in an empty root folder', () => {
  it('needs the libraries that it names, and nothing else', async () => {
    const root = emptyRoot();
    try {
      copyLibraries(root, executable);
      copyFileSync(executable, join(root, 'embedded-broker'));
      mkdirSync(join(root, 'data'));
      const surroundings = { cwd: '/', env: { PATH: process.env['PATH'] } };
      const inside = ['chroot', root, '/embedded-broker'] as const;
      await using started = await startBrokerProgram(
        [...inside, 'start', '--port', '0', '--db', '/data/a.sqlite'],
        surroundings,
      );
      const page = await fetch(started.url, { headers: { accept: 'text/html' } });
      expect([page.status, page.headers.get('content-type')]).toEqual([
        200,
        expect.stringContaining('text/html'),
      ]);
      const copied = await runProgram(
        [...inside, 'backup', '--db', '/data/a.sqlite', '/data/b.sqlite'],
        surroundings,
      );
      expect(copied).toMatchObject({ code: 0, stderr: '' });
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
