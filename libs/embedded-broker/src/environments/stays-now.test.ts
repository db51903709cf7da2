import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { axes, writeHistory } from '../../bench/growth/axes.ts';
import { ids } from '../../bench/growth/base.ts';
import { openDatabase } from '../database/index.ts';
import { countStaysNow, firstStaysNow, staysNow } from './environment-history-store.ts';

it('The first of what is in an environment are the first of all, in their order', () => {
  const directory = mkdtempSync(join(tmpdir(), 'embedded-broker-stays-'));
  const path = join(directory, 'broker.sqlite');
  for (const axis of axes.filter(({ name }) =>
    ['deployedInEnv', 'deployedTargets', 'releases'].includes(name),
  )) {
    rmSync(path, { force: true });
    writeHistory(path, axis, 30);
    const database = openDatabase(path);
    for (const like of ['', 'X10', 'con', 'nobody']) {
      const all = staysNow(database, ids.production, like);
      expect(countStaysNow(database, ids.production, like)).toBe(all.length);
      for (const most of [1, 7, 20, 100])
        expect(firstStaysNow(database, ids.production, like, most).map(keyOf)).toEqual(
          all.slice(0, most).map(keyOf),
        );
    }
    database.close();
  }
  rmSync(directory, { recursive: true });
});

/** Instances of one version have no order. */
const keyOf = ({ pacticipant, versionId, kind }: ReturnType<typeof staysNow>[0]) => [
  pacticipant,
  versionId,
  kind,
];
