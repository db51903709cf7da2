import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';

const browser = { accept: 'text/html,*/*;q=0.8' };
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('The page of a pacticipant', () => {
  let broker: TestBroker;
  const visit = async (path: string) => {
    const { status, text } = await broker.request('GET', path, undefined, browser);
    expect(status).toBe(200);
    return text;
  };
  beforeAll(async () => {
    broker = await startTestBroker();
    for (let version = 1; version <= 25; version++) {
      const branch = version % 5 === 0 ? `feature/${version}` : 'main';
      await broker.publish('Middle', 'Back', { version: String(version), branch, content: version });
    }
    await broker.publish('Front', 'Middle', { version: 'f1' });
    await broker.publish('Elsewhere', 'Else', { version: 'e1' });
    await broker.verify('Front', 'Middle', { consumerVersion: 'f1', version: '25' });
    await broker.deploy('Middle', '24', 'production');
    await broker.request('PUT', '/pacticipants/Middle/versions/24/tags/checked', {});
    await broker.request('PUT', '/pacticipants/Middle/labels/team-a', {});
    await broker.request('PATCH', '/pacticipants/Middle', {
      displayName: 'The middle',
      repositoryUrl: 'https://git.example/middle',
    });
    await broker.request('POST', '/pacticipants', { name: 'Alone' });
  });
  afterAll(() => broker.close());

  it('says what it is', async () => {
    const text = await visit('/pacticipants/Middle');
    expect(text).toContain('<a href="https://git.example/middle" rel="noopener noreferrer">');
    expect(wordsOf(text)).toMatch(/Display name The middle .* Main branch main Labels team-a/);
  });

  it('shows its contracts on both sides, and nobody else’s', async () => {
    const words = wordsOf(await visit('/pacticipants/Middle'));
    expect(words).toMatch(/Contracts of Middle with its providers.* Middle Back .*Never verified/);
    expect(words).toMatch(/Contracts of consumers with Middle.* Front Middle .*Verified/);
    expect(words).not.toContain('Elsewhere');
    expect(await visit('/pacticipants/Middle')).toMatch(/<svg[^>]*>.*Front.*<\/svg>/s);
  });

  it('shows its versions in pages, with branches, tags, environments and counts', async () => {
    const first = wordsOf(await visit('/pacticipants/Middle'));
    expect(first).toContain('1–20 of 25 versions');
    expect(first).toMatch(/ 24 main .*production .*checked .*just now 1 0 /);
    expect(first).toMatch(/ 25 feature\/25 \(latest\) .*just now 1 1 /);
    expect(wordsOf(await visit('/pacticipants/Middle?page=2'))).toContain('21–25 of 25 versions');
  });

  it('shows the versions of one branch', async () => {
    const words = wordsOf(await visit('/pacticipants/Middle?branch=feature%2F25'));
    expect(words).toMatch(/Versions on branch feature\/25/);
    expect(words).not.toMatch(/ 24 main /);
    expect(wordsOf(await visit('/pacticipants/Middle?branch=none'))).toContain('There are no versions here.');
  });

  it('shows many contracts in pages, and says so', async () => {
    const providers = Array.from({ length: 203 }, (_, i) => `P${1000 + i}`);
    await broker.publish('Hub', providers, { version: '1' });
    const first = wordsOf(await visit('/pacticipants/Hub'));
    expect(first).toContain('1–200 of 203 contracts');
    expect(first).toContain('Not all neighbours are drawn.');
    expect(first).not.toContain('P1200');
    const link = '<a href="/pacticipants/Hub?contracts=2#contracts" rel="next">';
    expect(await visit('/pacticipants/Hub')).toContain(link);
    expect(wordsOf(await visit('/pacticipants/Hub?contracts=2'))).toMatch(/Hub P1200 .* Hub P1202 /);
  });

  it('says when it has no contract', async () => {
    expect(wordsOf(await visit('/pacticipants/Alone'))).toContain('It has no contracts yet.');
  });

  it('is nobody’s where there is no such pacticipant', async () => {
    const { status, text } = await broker.request('GET', '/pacticipants/Nobody', undefined, browser);
    expect(status).toBe(404);
    expect(text).toContain('No pacticipant with name');
  });
});
