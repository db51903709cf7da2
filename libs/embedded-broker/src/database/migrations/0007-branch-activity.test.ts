import { DatabaseSync } from 'node:sqlite';
import { expect, it } from '@jest/globals';
import { initialSchema } from './0001-initial-schema.ts';
import { branchActivity } from './0007-branch-activity.ts';

it('Branches from before are updated when a version was last put on them, else when they were created', () => {
  const database = new DatabaseSync(':memory:');
  database.exec(initialSchema);
  database.exec(`
    INSERT INTO pacticipants (id, name, created_at, updated_at) VALUES (1, 'C', 't1', 't1');
    INSERT INTO versions (id, pacticipant_id, number, created_at, updated_at) VALUES (1, 1, '1', 't1', 't1'), (2, 1, '2', 't1', 't1');
    INSERT INTO branches (id, pacticipant_id, name, created_at, updated_at)
      VALUES (1, 1, 'main', 't1', 't1'), (2, 1, 'empty', 't2', 't2'), (3, 1, 'feat', 't3', 't3');
    INSERT INTO branch_versions (branch_id, version_id, created_at, updated_at)
      VALUES (1, 1, 't4', 't4'), (1, 2, 't1', 't1'), (3, 1, 't3', 't5');
  `);
  database.exec(branchActivity);
  const rows = database.prepare(
    'SELECT name, created_at AS created, updated_at AS updated FROM branches ORDER BY id',
  );
  expect(rows.all().map((row) => ({ ...row }))).toEqual([
    { name: 'main', created: 't1', updated: 't4' },
    { name: 'empty', created: 't2', updated: 't2' },
    { name: 'feat', created: 't3', updated: 't5' },
  ]);
  database.close();
});
