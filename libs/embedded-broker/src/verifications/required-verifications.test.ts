import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type Answer, type TestBroker } from '../../test/broker-client.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { findPacticipant } from '../pacticipants/index.ts';
import { findPublication } from '../pacts/index.ts';
import { requiredVerifications } from './index.ts';

describe('The provider versions that have to verify a pact', () => {
  let directory: string;
  let broker: TestBroker;
  let database: Database;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-required-'));
    const db = join(directory, 'broker.sqlite');
    broker = await startTestBroker({ db });
    database = openDatabase(db);
  });
  afterAll(async () => {
    database.close();
    await broker.close();
    rmSync(directory, { recursive: true });
  });

  const put = (path: string) => broker.request('PUT', `/pacticipants/${path}`, {});
  const patch = (answer: Answer, change: object) =>
    broker.request(
      'PATCH',
      (answer.body as { _links: { self: { href: string } } })._links.self.href,
      change,
      { 'content-type': 'application/merge-patch+json' },
    );
  const release = (provider: string, version: string, environment: string) =>
    broker.deploy(provider, version, environment, {}, 'pb:record-release');

  /** Those that are left for the pact of version 1 of a consumer, each with its branch and reasons. */
  const required = (consumer: string, provider: string) => {
    const publication = findPublication(database, { consumer, provider }, '1');
    const id = findPacticipant(database, provider)?.id;
    return requiredVerifications(database, publication?.pactVersionId ?? 0, id ?? 0).map(
      ({ number, branch, descriptions }) => [number, branch, ...descriptions],
    );
  };

  it('are the head of the main branch, and what is deployed or released, each once', async () => {
    await put('A/branches/feat/versions/1');
    await put('A/branches/fix/versions/1');
    for (const version of ['2', '3']) await put(`A/branches/main/versions/${version}`);
    await put('A/branches/feat/versions/9');
    for (const version of ['4', '5', '6']) await put(`A/versions/${version}`);
    await broker.publish('Con', 'A');
    await broker.deploy('A', '4', 'production');
    await broker.deploy('A', '1', 'production');
    await broker.deploy('A', '3', 'test');
    await broker.deploy('A', '3', 'production', { applicationInstance: 'b' });
    await patch(await release('A', '5', 'production'), { currentlySupported: false });
    await release('A', '6', 'test');
    await put('Other/branches/main/versions/7');
    await broker.deploy('Other', '7', 'production');
    expect(required('Con', 'A')).toEqual([
      ['3', 'main', 'latest from main branch', 'deployed in test', 'deployed in production'],
      ['1', 'fix', 'deployed in production'],
      ['6', undefined, 'released in test'],
    ]);
  });

  it('have the newest with a tag of its name among them, where the main branch has no version', async () => {
    await broker.request('PUT', '/pacticipants/C', { mainBranch: 'main' });
    for (const version of ['1', '2', '3']) await put(`C/branches/feat/versions/${version}`);
    for (const version of ['1', '2']) await put(`C/versions/${version}/tags/main`);
    await broker.publish('Con', 'C');
    expect(required('Con', 'C')).toEqual([['2', 'main', 'latest from main branch']]);
    await put('C/branches/main/versions/3');
    expect(required('Con', 'C')).toEqual([['3', 'main', 'latest from main branch']]);
  });

  it('are those that have no result for its content, whatever others have', async () => {
    for (const version of ['5', '6']) await put(`B/versions/${version}`);
    await broker.publish('Con', 'B', { content: 'b' });
    await broker.publish('Con2', 'B', { content: 'other' });
    await broker.deploy('B', '5', 'production');
    await broker.verify('Con', 'B', { version: '6' });
    await broker.verify('Con2', 'B', { version: '5' });
    expect(required('Con', 'B')).toEqual([['5', undefined, 'deployed in production']]);
    const { notices } = (await broker.publish('Con', 'B', { version: '2', content: 'b' })).body as {
      notices: { text: string }[];
    };
    expect(notices.map(({ text }) => text).join()).toContain('contract_requiring_verification_published');
    await broker.verify('Con', 'B', { version: '5', success: false });
    expect(required('Con', 'B')).toEqual([]);
  });
});
