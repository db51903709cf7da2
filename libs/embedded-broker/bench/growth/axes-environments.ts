import type { Axis } from './axis.ts';
import { ids, times } from './base.ts';
import { deployments, fill, pacticipants, publications, versions } from './fill.ts';

const ofAxis = '1000 + i';
const { grown } = times;

/** Of environments, and of what is or was in them. */
export const environmentAxes: readonly Axis[] = [
  {
    name: 'environments',
    size: 200,
    grow: (database, count) =>
      fill(
        database,
        count,
        `INSERT INTO environments (id, uuid, name, display_name, production, created_at, updated_at)
         SELECT ${ofAxis}, printf('00000000-0000-4000-a000-%012d', i), 'env-' || i, 'Env ' || i, 0, '${grown}', '${grown}' FROM n`,
      ),
  },
  {
    name: 'deployedInEnv',
    size: 5_000,
    grow(database, count) {
      pacticipants(database, count);
      versions(database, count, ofAxis, ofAxis);
      deployments(database, count, { pacticipant: ofAxis, version: ofAxis });
    },
  },
  {
    name: 'deployedTargets',
    size: 5_000,
    finish: (database, count) =>
      deployments(database, count, {
        pacticipant: ids.consumer,
        version: ids.deployed,
        target: "'target-' || i",
      }),
  },
  {
    name: 'deploymentHistory',
    size: 20_000,
    grow(database, count) {
      versions(database, count, ids.consumer, ids.consumerMain);
      publications(database, count, ids.oldContent);
      deployments(database, count, { pacticipant: ids.consumer, version: ofAxis, ended: true });
    },
  },
  {
    name: 'releases',
    size: 5_000,
    grow(database, count) {
      versions(database, count, ids.provider, ids.providerMain);
      fill(
        database,
        count,
        `INSERT INTO released_versions (uuid, pacticipant_id, version_id, environment_id, created_at, updated_at)
         SELECT 'grown ' || i, ${ids.provider}, ${ofAxis}, ${ids.production}, '${grown}', '${grown}' FROM n`,
      );
    },
  },
];
