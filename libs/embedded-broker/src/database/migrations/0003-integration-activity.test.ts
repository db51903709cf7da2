import { DatabaseSync } from 'node:sqlite';
import { expect, it } from '@jest/globals';
import { initialSchema } from './0001-initial-schema.ts';
import { integrationActivity } from './0003-integration-activity.ts';

it('The activity of integrations from before is that of their last pact or result', () => {
  const database = new DatabaseSync(':memory:');
  database.exec(initialSchema);
  database.exec(`
    INSERT INTO pacticipants (id, name, created_at, updated_at) VALUES (1, 'C', 't1', 't1'), (2, 'P', 't1', 't1');
    INSERT INTO versions (id, pacticipant_id, number, created_at, updated_at) VALUES (1, 1, '1', 't1', 't1'), (2, 2, '1', 't1', 't1');
    INSERT INTO integrations (consumer_id, provider_id, created_at) VALUES (1, 2, 't1'), (2, 1, 't2');
    INSERT INTO pact_versions (id, consumer_id, provider_id, sha, content, created_at) VALUES (1, 1, 2, 's', '{}', 't1');
    INSERT INTO pact_publications (consumer_id, provider_id, consumer_version_id, pact_version_id, revision, latest, created_at)
      VALUES (1, 2, 1, 1, 1, 1, 't3');
    INSERT INTO verifications (pact_version_id, provider_version_id, success, latest, wip, created_at) VALUES (1, 2, 1, 1, 0, 't4');
  `);
  database.exec(integrationActivity);
  const rows = database
    .prepare('SELECT consumer_id, contract_data_updated_at AS at FROM integrations ORDER BY 1')
    .all();
  expect(rows.map(({ at }) => at)).toEqual(['t4', 't2']);
  database.close();
});
