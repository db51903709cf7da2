import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { publishScenario } from '../../test/insights-scenario.ts';

interface Item {
  readonly consumer: { name: string; version: { number: string } };
  readonly provider: { name: string };
  readonly verificationStatus: string;
}

describe('The dashboard', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    let time = Date.UTC(2026, 0, 1);
    broker = await startTestBroker({ clock: () => new Date((time += 1000)) });
    await publishScenario(broker);
  });
  afterAll(() => broker.close());

  const items = async (path = '/dashboard') => {
    const { body } = await broker.request('GET', path);
    return (body as { items: Item[] }).items;
  };
  const text = async (path = '/dashboard') => {
    const { text: table } = await broker.request('GET', path, undefined, { accept: 'text/plain' });
    return table;
  };
  const names = (shown: readonly Item[]) =>
    shown.map(({ consumer, provider }) => `${consumer.name} ${consumer.version.number} ${provider.name}`);

  // All expectations are answers of the official broker to the same requests.
  it('is a table of what matters now', async () => {
    expect(await text()).toBe(
      [
        'CONSUMER_NAME | C_VERSION | C_TAGS    | PROVIDER_NAME | P_VERSION | P_TAGS | SUCCESS       ',
        '--------------|-----------|-----------|---------------|-----------|--------|---------------',
        'Lone          | 1         |           | Island        |           |        | never         ',
        'Mobile        | 2         |           | User API      |           |        | never         ',
        'my-camelCase  | 1         |           | Other_svc     |           |        | never         ',
        'Pend          | 1         |           | User API      | p1        | prod   | failed_pending',
        'User API      | p3        |           | DB            |           |        | never         ',
        'Web App       | 3         |           | User API      | p2        |        | failed        ',
        'Web App       | 2         | dev, feat | User API      | p2        |        | failed        ',
        'Web App       | 1         |           | User API      | p1        | prod   | success       ',
        '',
      ].join('\n'),
    );
  });

  it('comes in pages', async () => {
    const [, , ...rows] = (await text('/dashboard?page=2&size=3')).trimEnd().split('\n');
    const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
    expect(cells).toEqual([
      ['Pend', '1', '', 'User API', 'p1', 'prod', 'failed_pending'],
      ['User API', 'p3', '', 'DB', '', '', 'never'],
      ['Web App', '3', '', 'User API', 'p2', '', 'failed'],
    ]);
    expect(await text('/dashboard?page=9')).toBe('No data.\n');
    expect((await broker.request('GET', '/dashboard?size=0')).body).toEqual({
      errors: { size: ['must be greater than or equal to 1'] },
    });
  });

  it('begins with what changed last', async () => {
    expect(names(await items())).toEqual([
      'User API p3 DB',
      'Lone 1 Island',
      'Pend 1 User API',
      'my-camelCase 1 Other_svc',
      'Mobile 2 User API',
      'Web App 3 User API',
      'Web App 2 User API',
      'Web App 1 User API',
    ]);
  });

  it('is that of one integration, if asked', async () => {
    const path = '/dashboard/provider/User%20API/consumer/Web%20App';
    expect(
      (await items(path)).map((item) => [item.consumer.version.number, item.verificationStatus]),
    ).toEqual([
      ['3', 'failed'],
      ['2', 'failed'],
      ['1', 'success'],
    ]);
    const unknown = await broker.request('GET', '/dashboard/provider/Nope/consumer/Web%20App');
    expect([unknown.status, unknown.body]).toEqual([404, { error: "No provider with name 'Nope' found" }]);
  });

  it('has everything about a pact that has a result', async () => {
    const link = (path: string) => ({ _links: { self: { href: broker.url + path } } });
    const shown = (await items()).find(
      ({ consumer }) => consumer.name === 'Web App' && consumer.version.number === '2',
    );
    const pact = '/pacts/provider/User%20API/consumer/Web%20App/version/2';
    const version = '/pacticipants/Web%20App/versions/2';
    expect(shown).toEqual({
      consumer: {
        name: 'Web App',
        version: { number: '2', branch: 'feat', headBranchNames: ['feat'], ...link(version) },
        ...link('/pacticipants/Web%20App'),
      },
      provider: {
        name: 'User API',
        version: { number: 'p2', branch: 'feat', headBranchNames: ['feat'] },
        ...link('/pacticipants/User%20API'),
      },
      pact: {
        createdAt: expect.stringMatching(/^2026-01-01T00:00:\d\d\+00:00$/) as unknown,
        ...link(pact),
      },
      pactTags: [
        { name: 'dev', latest: true, ...link(`${version}/tags/dev`) },
        { name: 'feat', latest: true, ...link(`${version}/tags/feat`) },
      ],
      latestVerificationResult: {
        success: false,
        verifiedAt: expect.stringMatching(/^2026-01-01T00:00:\d\d\+00:00$/) as unknown,
        ...link(`${pact}/verification-results/latest`),
      },
      latestVerificationResultTags: [],
      verificationStatus: 'failed',
      webhookStatus: 'none',
      latestWebhookExecution: null,
      _links: {
        'pb:webhook-status': {
          title: 'Status of webhooks for Web App/User API pact',
          href: `${broker.url}/pacts/provider/User%20API/consumer/Web%20App/webhooks/status`,
        },
      },
    });
  });

  it('has what is known about a pact without a result, and the tags of the provider version with one', async () => {
    const shown = await items();
    const [first] = shown;
    expect(first).toMatchObject({
      provider: { name: 'DB', version: null },
      pactTags: [],
      latestVerificationResult: null,
      latestVerificationResultTags: [],
      verificationStatus: 'never',
    });
    expect(shown.at(-1)).toMatchObject({
      consumer: { version: { branch: null, headBranchNames: [] } },
      provider: { version: { number: 'p1', branch: null, headBranchNames: [] } },
      latestVerificationResultTags: [{ name: 'prod', latest: true }],
    });
  });

  it('has no data on an empty broker', async () => {
    await using empty = await startTestBroker();
    expect((await empty.request('GET', '/dashboard')).body).toEqual({ items: [] });
    expect((await empty.request('GET', '/dashboard', undefined, { accept: 'text/plain' })).text).toBe(
      'No data.\n',
    );
  });
});
