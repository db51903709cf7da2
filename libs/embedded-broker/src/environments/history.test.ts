import { expect, it } from '@jest/globals';
import { openDatabase } from '../database/index.ts';
import { findOrCreateVersion } from '../versions/index.ts';
import { markUndeployed } from './deployed-version-store.ts';
import { countStays, environmentActivity, stayHistory, staysNow } from './environment-history-store.ts';
import { findEnvironmentByName, type Environment } from './environment-store.ts';
import { environmentUuidsOfVersions } from './live-version-store.ts';
import { recordDeployment } from './record-deployment.ts';
import { recordRelease } from './record-release.ts';
import { markSupportEnded } from './released-version-store.ts';
import { seedEnvironments } from './seed.ts';

it('The history of an environment has deployments and releases, by when they last came', () => {
  const database = openDatabase(':memory:');
  let second = 0;
  const now = () => `2026-01-01T00:00:${String(++second).padStart(2, '0')}.000Z`;
  seedEnvironments(database, now());
  const environment = (name: string) => findEnvironmentByName(database, name) as Environment;
  const [test, production] = [environment('test'), environment('production')];
  const version = (name: string, number: string) =>
    findOrCreateVersion(database, name, number, now()).version;
  const deploy = (name: string, number: string, to: Environment) =>
    recordDeployment(database, version(name, number), to, null, now());
  const release = (name: string, number: string, to: Environment) =>
    recordRelease(database, version(name, number), to, now()).release;

  const first = release('App', '1', test);
  const replaced = deploy('App', '1', test);
  deploy('App', '2', test);
  markSupportEnded(database, release('App', '3', test).uuid, now());
  deploy('Web', '1', production);
  markUndeployed(database, deploy('Other', '1', test).uuid, now());
  markSupportEnded(database, first.uuid, now());
  const again = release('App', '1', test);

  const words = ({ pacticipant, number, kind }: { pacticipant: string; number: string; kind: string }) =>
    `${pacticipant} ${number} ${kind}`;
  const page = { number: 1, size: 100 };
  expect(stayHistory(database, test.id, '', page).map(words)).toEqual([
    'App 1 released',
    'Other 1 deployed',
    'App 3 released',
    'App 2 deployed',
    'App 1 deployed',
  ]);
  expect(stayHistory(database, test.id, 'oth', page).map(words)).toEqual(['Other 1 deployed']);
  expect([countStays(database, test.id, ''), countStays(database, test.id, 'APP')]).toEqual([5, 4]);
  expect(countStays(database, production.id, '')).toBe(1);
  expect(staysNow(database, test.id).map(words)).toEqual(['App 2 deployed', 'App 1 released']);
  expect(environmentActivity(database).get(test.id)).toMatchObject({ deployed: 1, released: 1 });
  expect(environmentActivity(database).get(production.id)).toMatchObject({ deployed: 1, released: 0 });

  const one = version('App', '1').id;
  expect(environmentUuidsOfVersions(database, [one, version('Other', '1').id])).toEqual(
    new Map([[one, [test.uuid]]]),
  );
  markSupportEnded(database, again.uuid, now());
  expect(environmentUuidsOfVersions(database, [one])).toEqual(new Map());
  expect(environmentActivity(database).get(test.id)).toMatchObject({ deployed: 1, released: 0 });
  expect(replaced.undeployedAt).toBeNull();
  database.close();
});
