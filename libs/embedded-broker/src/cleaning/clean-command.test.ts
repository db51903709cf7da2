import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker } from '../../test/broker-client.ts';
import { runCli } from '../../test/cli-process.ts';

describe('The command that cleans', () => {
  let directory: string;
  let db: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-clean-command-'));
    db = join(directory, 'broker.sqlite');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('runs beside a broker', async () => {
    await using broker = await startTestBroker({ db });
    for (const version of ['1', '2', '3', '4', '5', '6']) await broker.publish('Con', 'Prov', { version });
    const left = async () => {
      const { body } = await broker.request('GET', '/pacticipants/Con/versions');
      return (body as { _embedded: { versions: { number: string }[] } })._embedded.versions
        .map(({ number }) => number)
        .join('');
    };
    const keep = ['--keep', '[{"pacticipant":"Con","latest":true}]', '--db', db];
    const dry = await runCli(['clean', '--dry-run', '--json', ...keep]);
    expect(JSON.parse(dry.stdout)).toEqual({
      counts: { totalBranches: 0, branchesToDelete: 0, branchesToKeep: 0 },
      branches: [],
      versions: [{ pacticipant: 'Con', count: 5, from: '1', to: '5' }],
      overwritten: { publications: 0, verifications: 0 },
    });
    expect(await left()).toBe('654321');
    const done = await runCli(['clean', ...keep]);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(done.stdout).toContain('versions: 5 deleted, 1 kept');
    expect(await left()).toBe('6');
    expect((await broker.publish('Con', 'Prov', { version: '7' })).status).toBe(200);
  });

  it('deletes stale branches, by options of its own', async () => {
    await using broker = await startTestBroker({ db, clock: () => new Date('2020-01-01T00:00:00Z') });
    for (const branch of ['main', 'a', 'b', 'c'])
      await broker.request('PUT', `/pacticipants/Con/branches/${branch}/versions/1`, {});
    const left = async () => {
      const { body } = await broker.request('GET', '/pacticipants/Con/branches');
      return (body as { _embedded: { branches: { name: string }[] } })._embedded.branches
        .map(({ name }) => name)
        .join(' ');
    };
    const keepVersions = ['--keep', '[{"max_age":99999}]', '--db', db];
    const run = (...options: string[]) => runCli(['clean', ...keepVersions, ...options]);
    const dry = await run('--dry-run');
    expect(dry.stdout).toContain('Would delete 3 of 4 branches:\n  Con: a, b, c\nWould delete 0 versions.');
    expect((await run('--keep-branches', '[]')).stdout).toContain('branches: 0 deleted, 4 kept');
    expect(await left()).toBe('c b a main');
    expect((await run('--branch-limit', '1')).stdout).toContain('branches: 1 deleted, 3 kept');
    expect(await left()).toBe('c b main');
    expect((await run('--keep-branches', '[{"branch":["c"]}]')).stdout).toContain(
      'branches: 1 deleted, 2 kept',
    );
    expect(await left()).toBe('c main');
    expect((await run('--limit', '1')).stdout).toContain('branches: 1 deleted, 1 kept');
    expect((await run()).stdout).toContain('versions: 0 deleted, 1 kept');
  });

  it('says what is wrong with how it is called', async () => {
    const wrong = await runCli(['clean', '--db', db, '--keep', '[]']);
    expect(wrong).toMatchObject({ code: 1, stdout: '' });
    expect(wrong.stderr).toContain('--keep is "[]"');
    const branches = ['--keep-branches', '[{"oldest":true}]', '--branch-limit', '0'];
    const both = await runCli(['clean', '--db', db, ...branches]);
    expect(both.stderr).toMatch(/--branch-limit is "0".*\n.*--keep-branches is .*, unlike {"oldest":true}\n/);
    expect((await runCli(['clean', '--db', db])).stderr).toContain('there is no database');
  });
});
