import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pactOf, startTestBroker } from '../../test/broker-client.ts';
import { openDatabase } from './index.ts';
import { migrations } from './migrate.ts';

const time = '2030-01-01T00:00:00.000Z';

/** When the head came to its branch. */
const joined = '2030-01-02T00:00:00.000Z';

/** A team's data as the first released schema holds it; each later one has all its columns. */
const data = `
INSERT INTO pacticipants (id, name, main_branch, created_at, updated_at) VALUES (1, 'Con', 'main', '${time}', '${time}'), (2, 'Prov', NULL, '${time}', '${time}');
INSERT INTO versions (id, pacticipant_id, number, created_at, updated_at) VALUES
  (1, 1, '1', '${time}', '${time}'), (2, 1, '2', '${time}', '${time}'), (3, 2, '10', '${time}', '${time}');
INSERT INTO branches (id, pacticipant_id, name, head_version_id, created_at, updated_at) VALUES (1, 1, 'main', 2, '${time}', '${time}');
INSERT INTO branch_versions (branch_id, version_id, created_at, updated_at) VALUES (1, 1, '${time}', '${time}'), (1, 2, '${joined}', '${joined}');
INSERT INTO tags (name, version_id, created_at) VALUES ('dev', 1, '${time}'), ('dev', 2, '${time}');
INSERT INTO integrations (consumer_id, provider_id, created_at) VALUES (1, 2, '${time}');
INSERT INTO pact_versions (id, consumer_id, provider_id, sha, content, created_at)
  VALUES (1, 1, 2, 'abc', '${JSON.stringify(pactOf('Con', 'Prov', 'x'))}', '${time}');
INSERT INTO pact_publications (consumer_id, provider_id, consumer_version_id, pact_version_id, revision, latest, created_at)
  VALUES (1, 2, 1, 1, 1, 1, '${time}'), (1, 2, 2, 1, 1, 1, '${time}');
INSERT INTO verifications (pact_version_id, provider_version_id, success, latest, wip, created_at) VALUES (1, 3, 1, 1, 0, '${time}');
INSERT INTO environments (id, uuid, name, display_name, production, created_at, updated_at)
  VALUES (1, 'u1', 'production', 'Production', 1, '${time}', '${time}');
INSERT INTO deployed_versions (uuid, pacticipant_id, version_id, environment_id, created_at, updated_at)
  VALUES ('d1', 2, 3, 1, '${time}', '${time}');
`;

describe('A database of a released version', () => {
  let directory: string;
  let files = 0;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-upgrade-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  /** A file as the program of that version left it: the data came with the first, the changes after it. */
  const fileOfVersion = (version: number): string => {
    const path = join(directory, `${version}-${++files}.sqlite`);
    const database = new DatabaseSync(path, { enableForeignKeyConstraints: true });
    database.exec(
      'CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT',
    );
    migrations.slice(0, version).forEach((migration, index) => {
      database.exec(migration);
      database
        .prepare('INSERT INTO schema_migrations (version, applied_at) VALUES (?, ?)')
        .run(index + 1, time);
      if (index === 0) database.exec(data);
    });
    database.close();
    return path;
  };

  it.each(migrations.map((_, index) => index + 1))(
    '(%i) is brought up to date with all that is in it',
    async (version) => {
      const path = fileOfVersion(version);
      const database = openDatabase(path);
      expect(database.get('SELECT max(version) AS version FROM schema_migrations')).toEqual({
        version: migrations.length,
      });
      expect(database.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
      expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
      database.close();

      await using broker = await startTestBroker({ db: path });
      expect((await broker.request('GET', '/pacts/provider/Prov/consumer/Con/latest')).text).toContain(
        'asks for',
      );
      const tagged = await broker.request('GET', '/pacticipants/Con/latest-version/dev');
      expect(tagged.body).toMatchObject({ number: '2' });
      const { body } = await broker.request('GET', '/pacticipants/Con/branches');
      expect(body).toMatchObject({
        _embedded: { branches: [{ name: 'main', updatedAt: '2030-01-02T00:00:00+00:00' }] },
      });
      const verdict = await broker.request(
        'GET',
        '/can-i-deploy?pacticipant=Con&version=2&environment=production',
      );
      expect(verdict.body).toMatchObject({ summary: { deployable: true } });
      expect(
        (await broker.publish('Con', 'Prov', { version: '3', tags: ['dev'], content: 'new' })).status,
      ).toBe(200);
      expect((await broker.request('DELETE', '/pacticipants/Con/versions/1')).status).toBe(204);
    },
  );

  it('and a newer one than the program knows is refused, and left alone', () => {
    const path = fileOfVersion(migrations.length);
    const database = new DatabaseSync(path);
    database
      .prepare('INSERT INTO schema_migrations (version, applied_at) VALUES (?, ?)')
      .run(migrations.length + 1, time);
    database.close();
    expect(() => openDatabase(path)).toThrow(
      new RegExp(
        `${path}: its schema has version ${migrations.length + 1}, this program knows ${migrations.length}: use the newer`,
      ),
    );
  });
});
