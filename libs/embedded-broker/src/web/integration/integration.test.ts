import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';

const browser = { accept: 'text/html' };

describe('The page of an integration', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
    const publish = (version: string, branch: string, tags: string[] = []) =>
      broker.publish('C', 'P', { version, branch, tags, content: version });
    await publish('1', 'main', ['prod']);
    await publish('2', 'feature');
    await publish('3', 'main');
    await publish('4', 'main');
    // The head of the branch has no pact with this provider; the version before it counts.
    await broker.publish('C', 'Other', { version: '5', branch: 'main' });
    await broker.deploy('C', '1', 'production');
    await broker.verify('C', 'P', { consumerVersion: '1', version: 'p1', branch: 'main' });
    await broker.verify('C', 'P', { consumerVersion: '3', version: 'p2', success: false });
  });
  afterAll(() => broker.close());

  const visit = async (query = '') => {
    const path = `/dashboard/provider/P/consumer/C${query}`;
    const { status, text } = await broker.request('GET', path, undefined, browser);
    expect(status).toBe(200);
    return text;
  };
  const versions = async (query: string) => {
    const text = await visit(query);
    return [...text.matchAll(/href="\/pacts\/provider\/P\/consumer\/C\/version\/(\w+)"/g)].map(([, v]) => v);
  };

  it.each([
    ['?view=branch', ['4', '2']],
    ['', ['4', '2']],
    ['?view=environment', ['1']],
    ['?view=tag', ['1']],
    ['?view=all', ['4', '3', '2', '1']],
    ['?view=all&size=3', ['4', '3', '2']],
    ['?view=all&size=3&page=2', ['1']],
    ['?view=nonsense', ['4', '2']],
  ])('shows with %j the pacts of %j', async (query, expected) => {
    expect(await versions(query)).toEqual(expected);
  });

  it('shows the last result of each, and leads to it', async () => {
    const text = await visit('?view=all');
    const words = text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toMatch(/ 4 main .*Never verified.* 3 main .*Failed.*p2.* 1 main .*Verified.*p1 main/);
    const [, result = ''] = /href="([^"]*verification-results\/\d+)"/.exec(text) ?? [];
    expect((await broker.request('GET', result, undefined, browser)).status).toBe(200);
  });

  it('says how many there are of each kind', async () => {
    const words = (await visit()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toContain(
      'Latest of each branch (2) Live in an environment (1) Latest of each tag (1) All (4)',
    );
  });

  it('says of many only that there are more than 200, but exactly how many are shown', async () => {
    await using long = await startTestBroker();
    for (let version = 1; version <= 202; version++)
      await long.publish('C', 'P', { version: String(version), branch: 'main' });
    const words = async (query: string) =>
      (
        await long.request('GET', `/dashboard/provider/P/consumer/C${query}`, undefined, browser)
      ).text.replace(/<[^>]*>/g, ' ');
    expect(await words('')).toContain('Latest of each branch (1)');
    expect(await words('')).toContain('All (200+)');
    expect(await words('?view=all')).toContain('All (202)');
  });

  it('is not there for names that nobody has', async () => {
    const { status } = await broker.request('GET', '/dashboard/provider/P/consumer/X', undefined, browser);
    expect(status).toBe(404);
  });
});
