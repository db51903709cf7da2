import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { push } from '../github/events.ts';
import { parseWorkflow } from '../github/documents.ts';
import { holds } from '../github/expressions.ts';
import { runStep } from '../github/runner.ts';
import { read } from '../top.ts';

/** Programs of others that a release calls: here they only tell how. */
const told = `#!/usr/bin/env bash\nprintf '%s' "\${0##*/}" >> "$CALLS"; printf ' <%s>' "$@" >> "$CALLS"; echo >> "$CALLS"\n`;

describe('The release workflow', () => {
  const workflow = parseWorkflow(read('.github/workflows/release.yml'));
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'release-'));
    for (const each of ['here', 'scratch', 'programs']) await mkdir(join(folder, each));
    for (const program of ['npx', 'gh']) {
      await writeFile(join(folder, 'programs', program), told);
      await chmod(join(folder, 'programs', program), 0o755);
    }
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Runs the scripts of a job, up to the first that fails; returns how it ended and what it called. */
  async function run(name: string, tag: string, files: readonly string[], matrix = {}) {
    const here = join(folder, 'here');
    for (const file of files) {
      await mkdir(join(here, 'dist-executable'), { recursive: true });
      await writeFile(join(here, file), file);
    }
    const calls = join(folder, 'calls');
    await writeFile(calls, '');
    const github = { ...push('0'.repeat(40), tag), ref: `refs/tags/${tag}`, token: 'the token' };
    const machine = { PATH: `${join(folder, 'programs')}:${process.env['PATH'] ?? ''}`, CALLS: calls };
    const runner = { cwd: here, scratch: join(folder, 'scratch'), machine, env: {}, contexts: { github } };
    let code = 0;
    for (const step of workflow.jobs[name]?.steps ?? []) {
      if (step.run === undefined || /^(make|npm) /.test(step.run) || code !== 0) continue;
      ({ code } = await runStep(step, runner, { github, matrix }, []));
    }
    return { code, calls: await readFile(calls, 'utf8') };
  }
  const packages = ['pact-workshop-embedded-broker-1.2.3.tgz', 'pact-workshop-pact-tooling-1.2.3.tgz'];

  it('stages and drafts nothing where it is started by hand, not even for a tag', () => {
    const { stage, draft } = workflow.jobs;
    const github = push('0'.repeat(40), 'v1.2.3');
    expect(holds(stage?.if ?? '', { github })).toBe(true);
    expect(holds(stage?.if ?? '', { github: { ...github, event_name: 'workflow_dispatch' } })).toBe(false);
    expect(draft).toMatchObject({ needs: 'stage' });
    expect(workflow.on).toEqual({ push: { tags: ['v*.*.*'] }, workflow_dispatch: null });
  });

  it('stages each package, and publishes none', async () => {
    const { code, calls } = await run('stage', 'v1.2.3', packages);
    expect(code).toBe(0);
    expect(calls.trim().split('\n')).toEqual(
      packages.map((name) => `npx <--yes> <npm@12.2.2> <stage> <publish> <./${name}> <--access> <public>`),
    );
  });

  it('stages nothing where the tag names another version', async () => {
    const { code, calls } = await run('stage', 'v1.2.4', packages);
    expect(code).not.toBe(0);
    expect(calls).toBe('');
  });

  it.each([
    ['linux-x64', 'embedded-broker', 'embedded-broker-linux-x64'],
    ['windows-x64', 'embedded-broker.exe', 'embedded-broker-windows-x64.exe'],
  ])('names the executable for %s', async (platform, made, name) => {
    expect(await run('executables', 'v1.2.3', [`dist-executable/${made}`], { platform })).toMatchObject({
      code: 0,
    });
    expect(await readdir(join(folder, 'here/dist-executable'))).toEqual([name]);
  });

  it('drafts the release with the executables and their checksums', async () => {
    const files = ['embedded-broker-linux-x64', 'embedded-broker-windows-x64.exe'];
    const { code, calls } = await run('draft', 'v1.2.3', [...files, 'licenses.txt']);
    expect(code).toBe(0);
    expect(calls).toBe(
      'gh <release> <create> <v1.2.3> <--repo> <shop/shop> <--verify-tag> <--draft> <--generate-notes> ' +
        '<embedded-broker-linux-x64> <embedded-broker-windows-x64.exe> <licenses.txt> <SHA256SUMS>\n',
    );
    const sums = await readFile(join(folder, 'here/SHA256SUMS'), 'utf8');
    expect(sums.match(/^[0-9a-f]{64} [ *]embedded-broker-/gm)).toHaveLength(2);
  });
});
