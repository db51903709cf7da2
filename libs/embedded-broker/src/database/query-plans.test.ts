import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
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
]);

const toProduction = 'q[][pacticipant]=Con&q[][version]=2&latestby=cvpv&environment=production';
const pacts = '/pacts/provider/Prov/consumer/Con';

/** What clients ask all day. */
const reads = [
  '/',
  '/pacticipants/Con/versions/2',
  '/pacticipants/Con/latest-version/prod',
  '/pacticipants/Con/branches/main/latest-version',
  '/pacts/latest',
  '/pacts/provider/Prov/latest',
  '/pacts/provider/Prov/latest/prod',
  `${pacts}/latest`,
  `${pacts}/latest/prod`,
  `${pacts}/branch/main/latest`,
  `${pacts}/version/2`,
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
    broker = await startTestBroker({ db: join(directory, 'broker.sqlite') });
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await broker.close();
    rmSync(directory, { recursive: true });
  });

  it('never reads through a table that grows with history', async () => {
    for (const version of ['1', '2']) {
      await broker.publish('Con', 'Prov', { version, branch: 'main', tags: ['prod'], content: version });
      await broker.verify('Con', 'Prov', { consumerVersion: version, version: '10', branch: 'main' });
      await broker.deploy('Con', version, 'production');
    }
    await broker.deploy('Prov', '10', 'production');
    await broker.deploy('Prov', '10', 'production', {}, 'pb:record-release');
    for (const path of reads) expect((await broker.request('GET', path)).status).toBe(200);
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
  return plan
    .map(({ detail }) => detail)
    .filter((detail) => growing.has(tables.get(/^SCAN (\w+)/.exec(detail)?.[1] ?? '') ?? ''));
}
