import { DatabaseSync } from 'node:sqlite';
import { expect, it } from '@jest/globals';
import { migrations } from '../migrate.ts';

const before = migrations.slice(0, 7).join('\n');
const after = migrations.slice(7).join('\n');
const data = `
INSERT INTO pacticipants (id, name, created_at, updated_at)
  VALUES (1, 'C', 't1', 't1'), (2, 'P', 't1', 't1'), (3, 'Q', 't1', 't1');
INSERT INTO versions (id, pacticipant_id, number, created_at, updated_at)
  VALUES (1, 1, '1', 't1', 't1'), (2, 1, '2', 't1', 't1'), (3, 2, '1', 't1', 't1');
INSERT INTO tags (name, version_id, created_at) VALUES ('prod', 1, 't3'), ('prod', 2, 't2'), ('prod', 3, 't1');
INSERT INTO integrations (consumer_id, provider_id, created_at) VALUES (1, 2, 't1'), (1, 3, 't1');
INSERT INTO pact_versions (id, consumer_id, provider_id, sha, content, created_at) VALUES (1, 1, 2, 's', '{}', 't1');
INSERT INTO verifications (pact_version_id, provider_version_id, success, latest, wip, test_results, verified_by, created_at)
  VALUES (1, 3, 1, 0, 0, '[1]', '{}', 't5'), (1, 3, 1, 1, 0, NULL, '{}', 't6');`;

function upgraded(): DatabaseSync {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  database.exec(before);
  database.exec(data);
  database.exec(after);
  return database;
}

it('After an upgrade it is known since when a tag is there, and who was ever verified', () => {
  const database = upgraded();
  expect(
    database.prepare('SELECT pacticipant_id AS id, version_id AS head, first_at AS at FROM tag_heads').all(),
  ).toMatchObject([
    { id: 1, head: 2, at: 't2' },
    { id: 2, head: 3, at: 't1' },
  ]);
  expect(
    database.prepare('SELECT provider_id AS id, first_verified_at AS at FROM integrations').all(),
  ).toMatchObject([
    { id: 2, at: 't5' },
    { id: 3, at: null },
  ]);
  database.close();
});

it('A tag begins with the first version that still has it', () => {
  const database = upgraded();
  const first = () => database.prepare('SELECT first_at AS at FROM tag_heads WHERE pacticipant_id = 1').get();
  database.exec(
    "INSERT INTO versions (id, pacticipant_id, number, created_at, updated_at) VALUES (4, 1, '4', 't9', 't9')",
  );
  database.exec("INSERT INTO tags (name, version_id, created_at) VALUES ('prod', 4, 't9')");
  expect(first()).toMatchObject({ at: 't2' });
  database.exec('DELETE FROM versions WHERE id = 2');
  expect(first()).toMatchObject({ at: 't3' });
  database.exec('DELETE FROM tags WHERE version_id = 1');
  expect(first()).toMatchObject({ at: 't9' });
  database.exec('DELETE FROM tags WHERE version_id = 4');
  expect(first()).toBeUndefined();
  database.close();
});

it('Test results are kept when they move behind the rest', () => {
  const database = upgraded();
  const rows = database.prepare('SELECT * FROM verifications ORDER BY number').all();
  expect(rows).toMatchObject([
    { test_results: '[1]', created_at: 't5', verified_by: '{}' },
    { test_results: null, created_at: 't6' },
  ]);
  expect(Object.keys(rows[0] ?? {}).at(-1)).toBe('test_results');
  database.close();
});
