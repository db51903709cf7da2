import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { startBroker } from '../server.ts';
import { Database } from './index.ts';

/** Tables with a row for each event of a team's history; the others grow with the number of pacticipants. */
const growing = new Set([
  'versions',
  'branch_versions',
  'tags',
  'pact_versions',
  'pact_publications',
  'verifications',
  'deployed_versions',
  'released_versions',
  'triggered_webhooks',
  'webhook_executions',
]);

const toProduction = 'q[][pacticipant]=Con&q[][version]=2&latestby=cvpv&environment=production';
const pacts = '/pacts/provider/Prov/consumer/Con';

/** What clients ask all day. */
const reads = [
  '/',
  '/dashboard',
  '/dashboard/provider/Prov/consumer/Con',
  '/integrations',
  `${pacts}/latest/badge.svg`,
  '/pacticipants/Con/versions/2',
  '/pacticipants/Con/latest-version/prod',
  '/pacticipants/Con/branches',
  '/pacticipants/Con/branches/main/latest-version',
  '/pacts/latest',
  '/pacts/provider/Prov/latest',
  '/pacts/provider/Prov/latest/prod',
  `${pacts}/latest`,
  `${pacts}/latest/prod`,
  `${pacts}/branch/main/latest`,
  `${pacts}/version/2`,
  `${pacts}/version/2/verification-results/latest`,
  `${pacts}/latest/prod/verification-results/latest`,
  '/verification-results/consumer/Con/version/2/latest',
  '/pacticipants/Con/tags/prod/versions',
  `${pacts}/versions`,
  `${pacts}/tag/prod`,
  `${pacts}/branch/main`,
  `${pacts}/branch/versions`,
  `${pacts}/branch/main/latest/versions`,
  `${pacts}/version/2/previous-distinct`,
  '/pacts/provider/Prov',
  '/pacts/provider/Prov/tag/prod',
  '/pacts/provider/Prov/branch/main',
  '/pacts/provider/Prov/branch/latest',
  '/pacticipants/label/none',
  `/matrix?${toProduction}`,
  `/matrix?${toProduction.replaceAll('Con', 'Prov')}`,
  `/matrix?${toProduction}&ignore[][pacticipant]=Prov`,
  '/matrix?q[][pacticipant]=Con&latestby=cvpv',
  '/matrix?q[][pacticipant]=Con&q[][pacticipant]=Prov&latestby=cvpv',
  '/matrix?q[][pacticipant]=Con&q[][version]=2&q[][pacticipant]=Prov&q[][version]=10&latestby=cvp',
  '/matrix?q[][pacticipant]=Con&q[][branch]=main&q[][latest]=true&latestby=cvp&mainBranch=true&latest=true',
  '/matrix?q[][pacticipant]=Con&q[][tag]=prod&q[][latest]=true&latestby=cvp&tag=prod&latest=true',
  '/matrix?q[][pacticipant]=Con&q[][version]=2',
  '/can-i-deploy?pacticipant=Con&version=2&environment=production',
  `${pacts}/webhooks/status`,
  `${pacts}/version/2/triggered-webhooks`,
];

/** What people look at all day. */
const pages = [
  '/',
  '/?search=con&label=none&environment=production&sort=verified',
  '/?sort=published&order=desc',
  '/pacticipants/Con',
  '/pacticipants/Con?branch=main',
  ...['branch', 'environment', 'tag', 'all'].map(
    (view) => `/dashboard/provider/Prov/consumer/Con?view=${view}`,
  ),
  `${pacts}/latest`,
  `${pacts}/compare?from=1&to=2`,
  `${pacts}/latest/verification-results/latest`,
  '/network',
  '/search?q=1',
  '/matrix/provider/Prov/consumer/Con',
  `/matrix?${toProduction}`,
  '/can-i-deploy?pacticipant=Con&version=2&environment=production',
  '/environments',
  '/environments/production',
  '/environments/compare?left=test&right=production',
  '/webhooks',
  '/webhooks/for-all-contracts',
];

const selectors = [
  [{ mainBranch: true }, { branch: 'main' }, { deployedOrReleased: true }],
  [{ latest: true }],
  [{ tag: 'prod', latest: true }],
  [{ environment: 'production' }],
  [],
];

describe('A statement that is run all day', () => {
  let directory: string;
  let broker: TestBroker;
  const spies = (['all', 'get', 'run', 'insert'] as const).map((method) =>
    jest.spyOn(Database.prototype, method),
  );

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-plans-'));
    broker = await startTestBroker({ db: join(directory, 'broker.sqlite') }, startBroker);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await broker.close();
    rmSync(directory, { recursive: true });
  });

  it('never reads through a table that grows with history', async () => {
    const webhook = {
      request: { method: 'POST', url: 'https://127.0.0.1' },
      events: [{ name: 'contract_published' }, { name: 'provider_verification_published' }],
    };
    await broker.request('PUT', '/webhooks/for-all-contracts', webhook);
    for (const version of ['1', '2']) {
      await broker.publish('Con', 'Prov', { version, branch: 'main', tags: ['prod'], content: version });
      await broker.verify('Con', 'Prov', { consumerVersion: version, version: '10', branch: 'main' });
      await broker.deploy('Con', version, 'production');
    }
    await broker.deploy('Prov', '10', 'production');
    await broker.deploy('Prov', '10', 'production', {}, 'pb:record-release');
    for (const path of reads) expect((await broker.request('GET', path)).status).toBe(200);
    const html = { accept: 'text/html' };
    for (const path of pages) expect((await broker.request('GET', path, undefined, html)).status).toBe(200);
    for (const consumerVersionSelectors of selectors) {
      const question = {
        consumerVersionSelectors,
        includePendingStatus: true,
        includeWipPactsSince: '2020-01-01',
        providerVersionBranch: 'main',
      };
      expect((await broker.request('POST', '/pacts/provider/Prov/for-verification', question)).status).toBe(
        200,
      );
    }
    const { body } = await broker.request('GET', '/environments');
    const [environment] = (body as { _embedded: { environments: { uuid: string }[] } })._embedded
      .environments;
    await broker.request('GET', `/pacticipants/Con/environments/${environment?.uuid}/versions`);
    await broker.request('GET', `${pacts}/latest-untagged`);
    await broker.request('GET', `${pacts}/version/2/diff/previous-distinct`, undefined, { accept: '*/*' });
    const extended = { accept: 'application/vnd.pactbrokerextended.v1+json' };
    await broker.request('GET', `${pacts}/version/2`, undefined, extended);
    await broker.request('GET', `${pacts}/latest/verification-results/latest`, undefined, extended);
    const seen = new Set(spies.flatMap(({ mock }) => mock.calls.map(([sql]) => sql)));
    expect(seen.size).toBeGreaterThan(60);

    const connection = new DatabaseSync(join(directory, 'broker.sqlite'), { readOnly: true });
    const scans = [...seen].flatMap((sql) => scansOf(connection, sql).map((scan) => `${scan} in: ${sql}`));
    connection.close();
    expect(scans).toEqual([]);
  });
});

/** The steps of a statement's plan that read a growing table, or an index of it, from end to end. */
function scansOf(connection: DatabaseSync, sql: string): string[] {
  const tables = new Map(
    [
      ...sql.matchAll(
        /(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)(?:\s+(?:AS\s+)?(?!ON|WHERE|JOIN|CROSS|SET|ORDER|GROUP)(\w+))?/gi,
      ),
    ].map(([, table = '', alias]) => [alias ?? table, table]),
  );
  const plan = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
  return (
    plan
      .map(({ detail }) => detail)
      // These indexes hold what is live now, and nothing of the past.
      .filter((detail) => !/INDEX currently_(deployed|supported)/.test(detail))
      // An automatic index is made for one statement, from the whole table.
      .filter((detail) => {
        const [, alias = ''] = /^(?:SCAN|SEARCH(?= \w+ USING AUTOMATIC)) (\w+)/.exec(detail) ?? [];
        return growing.has(tables.get(alias) ?? '');
      })
  );
}
