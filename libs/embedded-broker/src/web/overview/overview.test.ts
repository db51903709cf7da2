import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('The overview', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
  });
  afterEach(() => broker.close());
  const visit = async (query = '') => {
    const { status, text } = await broker.request('GET', `/${query}`, undefined, browser);
    expect(status).toBe(200);
    return text;
  };
  /** The cells of each row, as words. */
  const rows = async (query = '') => {
    const [, body = ''] = /<tbody>(.*)<\/tbody>/s.exec(await visit(query)) ?? [];
    return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
        cell
          .replace(/<[^>]*>/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    );
  };
  const providers = async (query = '') => (await rows(query)).map(([, provider]) => provider);

  it('helps a beginner with the command to publish by', async () => {
    expect(await visit()).toContain(`pact-tooling publish pacts --broker-base-url ${broker.url}`);
  });

  it('shows where each integration stands: its latest pact, result, environments', async () => {
    const sha = '0123456789012345678901234567890123456789';
    await broker.publish('C', 'P', { version: '1', content: 'a' });
    await broker.publish('C', 'P', { version: sha, content: 'b', branch: 'main' });
    await broker.deploy('C', sha, 'production');
    expect(await rows()).toEqual([
      ['C', 'P', '0123456 main just now', 'Never verified', 'production', '', 'Details'],
    ]);

    const status = async () => (await rows())[0]?.[3];
    await broker.verify('C', 'P', { consumerVersion: '1', version: '7' });
    expect(await status()).toBe('Changed since verified version 7, just now');
    await broker.verify('C', 'P', { consumerVersion: '1', version: '8', success: false });
    expect(await status()).toBe('Failed version 8, just now; the pact has changed since');
    await broker.verify('C', 'P', { consumerVersion: sha, version: '7' });
    expect(await status()).toBe('Verified version 7, just now');
  });

  it('distinguishes a failure that was pending from others', async () => {
    await broker.publish('C', 'P');
    const question = { includePendingStatus: true, providerVersionBranch: 'main' };
    const { body } = await broker.request('POST', '/pacts/provider/P/for-verification', question);
    const [pact] = (body as { _embedded: { pacts: { _links: { self: { href: string } } }[] } })._embedded
      .pacts;
    await broker.request('POST', `${pact?._links.self.href}/verification-results`, {
      success: false,
      providerApplicationVersion: '1',
    });
    expect((await rows())[0]?.[3]).toMatch(/^Failed while pending/);
  });

  it('says when a webhook waits to be called', async () => {
    const webhook = {
      request: { method: 'POST', url: 'https://127.0.0.1' },
      events: [{ name: 'contract_published' }],
    };
    expect((await broker.request('PUT', '/webhooks/for-all-contracts', webhook)).status).toBe(201);
    await broker.publish('C', 'P');
    expect((await rows())[0]?.[5]).toMatch(/^(Waiting|Retrying|Failed) just now$/);
  });

  it('shows where the consumer is live, once each, test environments first, and not where it was', async () => {
    await broker.publish('C', 'P', { version: '1' });
    await broker.publish('C', 'Q', { version: '2' });
    await broker.deploy('C', '1', 'production', { applicationInstance: 'blue' });
    await broker.deploy('C', '1', 'production', { applicationInstance: 'green' });
    await broker.deploy('C', '1', 'test', {}, 'pb:record-release');
    const live = async () => (await rows()).map(([, provider, , , environments]) => [provider, environments]);
    expect(await live()).toEqual([
      ['P', 'test production'],
      ['Q', ''],
    ]);
    for (const applicationInstance of ['blue', 'green'])
      await broker.deploy('C', '2', 'production', { applicationInstance });
    expect(await live()).toEqual([
      ['P', 'test'],
      ['Q', 'production'],
    ]);
    expect(await providers('?environment=production')).toEqual(['Q']);
    expect(await providers('?environment=test')).toEqual(['P']);
  });

  it('shows the last result for the pact, also of an older version', async () => {
    await broker.publish('C', 'P');
    for (const version of ['1', '2']) await broker.request('PUT', `/pacticipants/P/versions/${version}`, {});
    await broker.verify('C', 'P', { version: '2' });
    await broker.verify('C', 'P', { version: '1', success: false });
    expect((await rows())[0]?.[3]).toBe('Failed version 1, just now');
  });

  it('shows the branch that the version was put on last', async () => {
    await broker.publish('C', 'P', { branch: 'feat' });
    await broker.request('PUT', '/pacticipants/C/branches/main/versions/1', {});
    expect((await rows())[0]?.[2]).toBe('1 main just now');
  });

  it('finds what either side is labelled, and counts what it finds', async () => {
    await broker.publish('C', ['P', 'Q', 'R']);
    await broker.publish('D', 'P');
    await broker.request('PUT', '/pacticipants/C/labels/consumer-team', {});
    await broker.request('PUT', '/pacticipants/P/labels/provider-team', {});
    expect(await providers('?label=consumer-team')).toEqual(['P', 'Q', 'R']);
    expect(await providers('?label=provider-team')).toEqual(['P', 'P']);
    expect(await visit('?label=provider-team&size=1')).toContain('1–1 of 2 integrations');
  });

  describe('with many integrations', () => {
    beforeEach(async () => {
      for (const [index, provider] of ['Beta', 'alpha', 'Gamma'].entries())
        await broker.publish(`Consumer ${3 - index}`, provider, { version: String(index) });
      await broker.request('PUT', '/pacticipants/Gamma/labels/team-a', {});
      await broker.deploy('Consumer%202', '1', 'test');
      await broker.verify('Consumer%201', 'Gamma', { consumerVersion: '2', version: '1' });
      await broker.verify('Consumer%203', 'Beta', { consumerVersion: '0', version: '1' });
    });

    it.each([
      ['', ['Gamma', 'alpha', 'Beta']],
      ['?order=desc', ['Beta', 'alpha', 'Gamma']],
      ['?sort=provider', ['alpha', 'Beta', 'Gamma']],
      ['?sort=published&order=desc', ['Gamma', 'alpha', 'Beta']],
      ['?sort=verified&order=desc', ['Beta', 'Gamma', 'alpha']],
      ['?sort=nonsense', ['Gamma', 'alpha', 'Beta']],
      ['?search=ALPH', ['alpha']],
      ['?search=consumer+3', ['Beta']],
      ['?label=team-a', ['Gamma']],
      ['?label=nobody', []],
      ['?environment=test', ['alpha']],
      ['?environment=production', []],
      ['?size=2', ['Gamma', 'alpha']],
      ['?size=2&page=2', ['Beta']],
    ])('shows with %j: %j', async (query, expected) => {
      expect(await providers(query)).toEqual(expected);
    });

    it('has links to its pages that keep what was asked for', async () => {
      const text = await visit('?size=2&sort=provider&search=a');
      expect(text).toContain('1–2 of 3 integrations');
      expect(text).toContain('href="/?search=a&amp;sort=provider&amp;page=2&amp;size=2"');
    });

    it('says when nothing fits, and how to see all', async () => {
      expect(await visit('?search=zzz')).toContain(
        'No integration matches these filters. <a href="/">Show all</a>',
      );
    });

    it('refuses a page that is none in a page', async () => {
      const { status, text } = await broker.request('GET', '/?page=x', undefined, browser);
      expect([status, text]).toEqual([400, expect.stringContaining('page must be an integer')]);
    });
  });
});
