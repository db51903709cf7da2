import type { Axis } from './axis.ts';
import { ids, times } from './base.ts';
import { contents, fill, publications, results, versions } from './fill.ts';
import { pactText } from './pact-text.ts';

const { consumer, provider, unverified, consumerMain, providerMain, content, oldContent, newest } = ids;
const ofAxis = '1000 + i';

/** Of one consumer and one provider: versions, contents, results, branches and tags. */
export const contractAxes: readonly Axis[] = [
  {
    name: 'versions',
    size: 50_000,
    grow(database, count) {
      versions(database, count, consumer, consumerMain);
      publications(database, count, oldContent);
    },
  },
  {
    name: 'contents',
    size: 20_000,
    grow(database, count) {
      const sides = { consumer, provider: unverified };
      versions(database, count, consumer, consumerMain);
      contents(database, count, sides);
      publications(database, count, ofAxis, sides);
    },
  },
  {
    name: 'resultsPerContent',
    size: 20_000,
    grow: (database, count) => versions(database, count, provider, providerMain),
    finish: (database, count) => results(database, count, content, ofAxis),
  },
  {
    name: 'repeatedResults',
    size: 20_000,
    finish: (database, count) => results(database, count, content, ids.newestProviderVersion, { latest: 0 }),
  },
  {
    name: 'resultsPerProviderVersion',
    size: 20_000,
    grow(database, count) {
      versions(database, count, consumer, consumerMain);
      contents(database, count);
      publications(database, count, ofAxis);
      results(database, count, ofAxis, ids.oldProviderVersion);
    },
  },
  {
    name: 'branchesConsumer',
    size: 10_000,
    grow(database, count) {
      branches(database, count, consumer);
      versions(database, count, consumer, ofAxis);
      contents(database, Math.ceil(count / 10));
      publications(database, count, '1001 + i / 11');
    },
  },
  {
    name: 'branchesProvider',
    size: 2_000,
    grow(database, count) {
      branches(database, count, provider);
      versions(database, count, provider, ofAxis);
    },
    finish: (database, count) => results(database, count, content, ofAxis),
  },
  {
    name: 'distinctTags',
    size: 10_000,
    grow(database, count) {
      versions(database, count, consumer, consumerMain);
      publications(database, count, oldContent);
      tags(database, count, "'t' || i", ofAxis);
    },
  },
  {
    name: 'tagsOnOneVersion',
    size: 2_000,
    finish: (database, count) => tags(database, count, "'t' || i", newest),
  },
  {
    name: 'sameTag',
    size: 20_000,
    grow(database, count) {
      versions(database, count, consumer, consumerMain);
      publications(database, count, oldContent);
      tags(database, count, "'prod'", ofAxis);
    },
  },
  {
    name: 'revisions',
    size: 5_000,
    finish(database, count) {
      database.run(
        'UPDATE pact_publications SET revision = ? WHERE id = ?',
        count + 1,
        ids.newestPublication,
      );
      fill(
        database,
        count,
        `INSERT INTO pact_publications (consumer_id, provider_id, consumer_version_id, pact_version_id, revision, latest, created_at)
         SELECT 1, 2, ${newest}, ${oldContent}, i, 0, '${times.recent}' FROM n`,
      );
    },
  },
  {
    name: 'largePact',
    size: 3_000,
    finish: (database, count) =>
      void database.run(
        'UPDATE pact_versions SET content = ? WHERE id = ?',
        pactText(count),
        ids.newestContent,
      ),
  },
  {
    name: 'largeTestResults',
    size: 2_000,
    finish: (database, count) =>
      void database.run(
        'UPDATE verifications SET test_results = json_object(?, hex(zeroblob(?)))',
        'tests',
        count * 500,
      ),
  },
];

function branches(database: Parameters<typeof fill>[0], count: number, pacticipantId: number): void {
  fill(
    database,
    count,
    `INSERT INTO branches (id, pacticipant_id, name, created_at, updated_at)
     SELECT 1000 + i, ${pacticipantId}, 'branch-' || i, '${times.grown}', '${times.grown}' FROM n`,
  );
}

function tags(
  database: Parameters<typeof fill>[0],
  count: number,
  name: string,
  versionId: number | string,
): void {
  fill(
    database,
    count,
    `INSERT INTO tags (name, version_id, created_at) SELECT ${name}, ${versionId}, '${times.grown}' FROM n`,
  );
}
