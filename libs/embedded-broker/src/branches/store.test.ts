import { expect, it, jest } from '@jest/globals';
import { openDatabase } from '../database/index.ts';
import { allBranches, listBranches } from './store.ts';

it('Branches are read in the order of an index, so that a page costs little however many there are', () => {
  const database = openDatabase(':memory:');
  const all = jest.spyOn(database, 'all');
  listBranches(database, 1, 'feat', { number: 1, size: 100 });
  allBranches(database, 1);
  const statements = all.mock.calls.map(([sql]) => sql);
  all.mockRestore();
  const plans = statements.map((sql) =>
    database.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).map(({ detail }) => detail),
  );
  expect(plans).toHaveLength(2);
  for (const plan of plans) {
    expect(plan.join('\n')).toContain('USING INDEX branches_by_update (pacticipant_id=?)');
    expect(plan.join('\n')).not.toContain('TEMP B-TREE');
  }
  database.close();
});
