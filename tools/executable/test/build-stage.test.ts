import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { top } from '@pact-workshop/packages';
import { buildContext } from '../src/build-context.ts';
import { projectFile } from '../src/files.ts';
import { runLines } from '../src/image-stage.ts';

/** The environment of a shell of its own, with this Node first. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))),
  PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
};

it('the commands of the Dockerfile make the executable out of what Docker is sent', () => {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-broker-build-'));
  try {
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      cwd: top,
      encoding: 'utf8',
    });
    for (const path of buildContext(files.trim().split('\n'), projectFile('.dockerignore'))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      copyFileSync(join(top, path), join(folder, path));
    }
    const lines = runLines(projectFile('Dockerfile')).filter((line) => line.startsWith('npm '));
    expect(lines).toHaveLength(2);
    for (const line of lines) execFileSync('sh', ['-c', line], { cwd: folder, env, stdio: 'pipe' });
    const said = execFileSync(join(folder, 'dist-executable/embedded-broker'), ['--version'], {
      encoding: 'utf8',
    });
    expect(said).toMatch(/^\d+\.\d+\.\d+ /);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 300_000);
