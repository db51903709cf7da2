import type { Database } from '../../database/index.ts';
import {
  countStays,
  countStaysNow,
  environmentActivity,
  findEnvironment,
  findEnvironmentByName,
  firstStaysNow,
  listEnvironments,
  stayHistory,
  staysEverywhere,
  staysNow,
  type Environment,
} from '../../environments/index.ts';
import { NotFoundError, textOf, type Routing } from '../../http/index.ts';
import { versionFacts } from '../../matrix/index.ts';
import { pageAsked } from '../components/paging.ts';
import type { PageRoute } from '../page-route.ts';
import { comparison } from './comparison.ts';
import { comparisonPage } from './comparison-page.ts';
import { environmentPage, mostNow } from './environment-page.ts';
import { environmentsPage } from './environments-page.ts';

/** Where there is so much more than a page shows, it is not worth sorting. */
const muchMore = 5 * mostNow;

/** Environments: what is where, since when, and what differs between two of them. */
export function environmentPages({ database }: Routing): PageRoute[] {
  return [
    {
      path: '/environments',
      get: (call) =>
        environmentsPage(
          listEnvironments(database),
          environmentActivity(database),
          staysEverywhere(database),
          call,
        ),
    },
    {
      path: '/environments/compare',
      get(call) {
        const left = required(database, textOf(call.query['left']) ?? '');
        const right = required(database, textOf(call.query['right']) ?? '');
        const differences = comparison(staysNow(database, left.id), staysNow(database, right.id));
        const onlyChanged = textOf(call.query['only']) === 'differences';
        return comparisonPage(
          { left, right, differences, onlyChanged, environments: listEnvironments(database) },
          call,
        );
      },
    },
    {
      path: '/environments/:environment',
      get(call) {
        const environment = required(database, call.params['environment'] ?? '');
        const page = pageAsked(call.query, 50);
        const like = (textOf(call.query['name']) ?? '').trim();
        const totalNow = countStaysNow(database, environment.id, like);
        const now =
          totalNow > muchMore
            ? firstStaysNow(database, environment.id, like, mostNow)
            : staysNow(database, environment.id, like);
        const history = stayHistory(database, environment.id, like, page);
        const ids = now.slice(0, mostNow).map(({ versionId }) => versionId);
        return environmentPage(
          {
            environment,
            like,
            now,
            totalNow,
            history,
            page,
            total: countStays(database, environment.id, like),
            factsOf: versionFacts(database, ids),
            environments: listEnvironments(database),
          },
          call,
        );
      },
    },
  ];
}

/** The environment by its UUID, as the API has it, or by its name, as people do. */
function required(database: Database, uuidOrName: string): Environment {
  const environment = findEnvironment(database, uuidOrName) ?? findEnvironmentByName(database, uuidOrName);
  if (!environment) throw new NotFoundError();
  return environment;
}
