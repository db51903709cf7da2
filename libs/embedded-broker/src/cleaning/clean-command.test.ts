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

  it('says what is wrong with how it is called', async () => {
    const wrong = await runCli(['clean', '--db', db, '--keep', '[]']);
    expect(wrong).toMatchObject({ code: 1, stdout: '' });
    expect(wrong.stderr).toContain('--keep is "[]"');
    expect((await runCli(['clean', '--db', db])).stderr).toContain('there is no database');
  });
});
