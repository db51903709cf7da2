import type { Database } from '../database/index.ts';
import {
  created,
  mediaTypes,
  noContent,
  NotFoundError,
  ok,
  resource,
  textOf,
  type Call,
  type Routing,
} from '../http/index.ts';
import { currentlyDeployed } from './deployed-version-store.ts';
import {
  createEnvironment,
  deleteEnvironment,
  findEnvironment,
  findEnvironmentByName,
  listEnvironments,
  replaceEnvironment,
  type Environment,
} from './environment-store.ts';
import { environmentInput } from './input.ts';
import { currentlySupported } from './released-version-store.ts';
import {
  deployedVersionRepresentation,
  environmentRepresentation,
  releasedVersionRepresentation,
} from './representation.ts';

/** `/environments` and what is in each now. Source: docs/official-broker/environments.md#routes. */
export function environmentRoutes(routing: Routing): void {
  const { database } = routing;

  resource(routing, '/environments', {
    get({ urls, query }) {
      const wanted = textOf(query['name']);
      const environments = listEnvironments(database).filter(
        ({ name }) => wanted === undefined || name === wanted,
      );
      return ok({
        _embedded: {
          environments: environments.map((environment) => environmentRepresentation(environment, urls)),
        },
        _links: {
          self: { href: urls.environments(), title: 'Environments' },
          'pb:environments': environments.map(({ uuid, name }) => ({
            title: 'Environment',
            name,
            href: urls.environment(uuid),
          })),
        },
      });
    },
    post: {
      consumes: [mediaTypes.json],
      handle({ json, urls, now }) {
        const input = environmentInput(json, (name) => findEnvironmentByName(database, name) !== undefined);
        const environment = createEnvironment(database, input, now);
        return created(environmentRepresentation(environment, urls), urls.environment(environment.uuid));
      },
    },
  });

  resource(routing, '/environments/:environment', {
    get: (call) => ok(environmentRepresentation(requiredEnvironment(database, call), call.urls)),
    put: {
      consumes: [mediaTypes.json],
      handle(call) {
        const { id, uuid } = requiredEnvironment(database, call);
        const input = environmentInput(call.json, (name) => {
          const other = findEnvironmentByName(database, name);
          return other !== undefined && other.id !== id;
        });
        replaceEnvironment(database, id, input, call.now);
        return ok(environmentRepresentation(findEnvironment(database, uuid) as Environment, call.urls));
      },
    },
    delete(call) {
      deleteEnvironment(database, requiredEnvironment(database, call).id);
      return noContent;
    },
  });

  resource(routing, '/environments/:environment/deployed-versions/currently-deployed', {
    get(call) {
      const environment = requiredEnvironment(database, call);
      const { query, url, urls } = call;
      const instance = textOf(query['applicationInstance']) ?? textOf(query['target']);
      const deployed = currentlyDeployed(database, environment.id, {
        pacticipant: textOf(query['pacticipant']),
        target: instance === '' ? null : instance,
      });
      return ok({
        _embedded: {
          deployedVersions: deployed.map((one) =>
            deployedVersionRepresentation(one, environment, 'version', urls),
          ),
        },
        _links: { self: { href: url, title: `Currently deployed versions for ${environment.displayName}` } },
      });
    },
  });

  resource(routing, '/environments/:environment/released-versions/currently-supported', {
    get(call) {
      const environment = requiredEnvironment(database, call);
      const { query, url, urls } = call;
      const released = currentlySupported(database, environment.id, {
        pacticipant: textOf(query['pacticipant']),
        version: textOf(query['version']),
      });
      return ok({
        _embedded: {
          releasedVersions: released.map((one) =>
            releasedVersionRepresentation(one, environment, 'version', urls),
          ),
        },
        _links: { self: { href: url, title: `Currently supported versions in ${environment.displayName}` } },
      });
    },
  });
}

function requiredEnvironment(database: Database, { params }: Call): Environment {
  const environment = findEnvironment(database, params['environment'] ?? '');
  if (!environment) throw new NotFoundError();
  return environment;
}
