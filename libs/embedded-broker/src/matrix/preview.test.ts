import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { openDatabase, type Database } from '../database/index.ts';
import { matrixAnswer } from './answer.ts';
import { evaluateMatrix } from './evaluate.ts';
import { matrixPreview } from './preview.ts';
import type { MatrixQuery } from './query.ts';
import { shownRows } from './verdict.ts';
import { nameOnlyPreview } from './name-only-preview.ts';

const now = '2026-01-01T00:00:00Z';
const insert = (database: Database, table: string, columns: string, ...values: (string | number)[]) =>
  database.insert(
    `INSERT INTO ${table} (${columns}) VALUES (${values.map(() => '?').join(', ')})`,
    ...values,
  );

/** Web with Orders and Users: versions that publish some of a few contents, and results for these. */
function databaseWith(
  publications: readonly { readonly provider: number; readonly content: number }[],
  results: readonly {
    readonly provider: number;
    readonly content: number;
    readonly version: number;
    readonly success: boolean;
  }[],
): Database {
  const database = openDatabase(':memory:');
  const [web = 0, ...providers] = ['Web', 'Orders', 'Users'].map((name) =>
    insert(database, 'pacticipants', 'name, created_at, updated_at', name, now, now),
  );
  const ids = new Map<string, number>();
  const once = (key: string, make: () => number): number => {
    const id = ids.get(key) ?? make();
    ids.set(key, id);
    return id;
  };
  const versionOf = (pacticipant: number, number: string) =>
    once(`${pacticipant} ${number}`, () =>
      insert(
        database,
        'versions',
        'pacticipant_id, number, created_at, updated_at',
        pacticipant,
        number,
        now,
        now,
      ),
    );
  const contentOf = (provider: number, content: number) =>
    once(`content ${provider} ${content}`, () =>
      insert(
        database,
        'pact_versions',
        'consumer_id, provider_id, sha, content, created_at',
        web,
        provider,
        `${provider}-${content}`,
        '{}',
        now,
      ),
    );
  database.transaction(() => {
    publications.forEach(({ provider, content }, i) => {
      const to = providers[provider] ?? 0;
      insert(
        database,
        'pact_publications',
        'consumer_id, provider_id, consumer_version_id, pact_version_id, revision, latest, created_at',
        ...[web, to, versionOf(web, String(i)), contentOf(to, content), 1, 1],
        now,
      );
    });
    for (const { provider, content, version, success } of results) {
      const to = providers[provider] ?? 0;
      const [content_, version_] = [contentOf(to, content), versionOf(to, `p${version}`)];
      database.run(
        'UPDATE verifications SET latest = 0 WHERE pact_version_id = ? AND provider_version_id = ?',
        content_,
        version_,
      );
      insert(
        database,
        'verifications',
        'pact_version_id, provider_version_id, success, latest, wip, created_at',
        ...[content_, version_, success ? 1 : 0, 1, 0],
        now,
      );
    }
  });
  return database;
}

const query = (names: readonly string[], latestBy: MatrixQuery['latestBy'], limit: number): MatrixQuery => ({
  selectors: names.map((pacticipant) => ({ pacticipant })),
  ignore: [],
  target: undefined,
  latestBy,
  success: undefined,
  limit,
});

describe('A preview of the matrix', () => {
  it('has the rows that the evaluation has first, and counts as many', () => {
    const side = { provider: fc.nat(1), content: fc.nat(2) };
    fc.assert(
      fc.property(
        fc.array(fc.record(side), { maxLength: 8 }),
        fc.array(fc.record({ ...side, version: fc.nat(3), success: fc.boolean() }), { maxLength: 10 }),
        fc.constantFrom(
          ['Web', 'Orders'],
          ['Web', 'Orders', 'Users'],
          ['Web'],
          ['Users'],
          ['Orders', 'Users'],
        ),
        fc.constantFrom(undefined, 'cvp', 'cvpv', 'cp'),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom<Partial<MatrixQuery>>(
          {},
          {},
          {},
          { success: [true] },
          { ignore: [{ pacticipant: 'Users' }] },
          { target: { latest: true } },
          { selectors: [{ pacticipant: 'Web', version: '0' }, { pacticipant: 'Orders' }] },
        ),
        (publications, results, names, latestBy, limit, more) => {
          const database = databaseWith(publications, results);
          const asked = { ...query(names, latestBy, limit), ...more };
          const verdict = evaluateMatrix(database, asked);
          const { shown, total, success, failed, unknown } = matrixPreview(database, asked);
          const answer = matrixAnswer(database, asked);
          database.close();
          const unverified = verdict.considered.filter(({ result }) => result === null);
          expect(answer).toMatchObject({
            ...{ deployable: verdict.deployable, notices: verdict.notices, shown: shownRows(verdict, limit) },
            ...{ success: verdict.success, failed: verdict.failed, unknown: verdict.unknown },
            unverified: { first: unverified.slice(0, limit), total: unverified.length },
          });
          expect({ shown, total, success, failed, unknown }).toEqual({
            shown: shownRows(verdict, limit),
            total: verdict.considered.length + verdict.ignoredRows.length,
            success: verdict.success,
            failed: verdict.failed,
            unknown: verdict.unknown,
          });
        },
      ),
    );
  });

  it('does not make the rows that it only counts', () => {
    const one = { provider: 0, content: 0 };
    const database = databaseWith(
      Array.from({ length: 10_000 }, () => one),
      Array.from({ length: 10_000 }, (_, version) => ({ ...one, version, success: version % 4 > 0 })),
    );
    for (const names of [['Web', 'Orders'], ['Web'], ['Orders']]) {
      const { shown, ...counts } = nameOnlyPreview(database, query(names, 'cvpv', 100)) ?? {};
      expect(shown).toHaveLength(100);
      // So many rows would not fit into memory.
      expect(counts).toMatchObject({
        total: 100_000_000,
        success: 75_000_000,
        failed: 25_000_000,
        unknown: 0,
      });
    }
    database.close();
  });
});
