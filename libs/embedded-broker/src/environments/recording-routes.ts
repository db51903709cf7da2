import type { Database } from '../database/index.ts';
import {
  created,
  mediaTypes,
  NotFoundError,
  ok,
  resource,
  ValidationError,
  type Call,
  type Routing,
} from '../http/index.ts';
import { findVersion, type Version } from '../versions/index.ts';
import {
  deploymentsOfVersion,
  findDeployedVersion,
  markUndeployed,
  type DeployedVersion,
} from './deployed-version-store.ts';
import { findEnvironment, type Environment } from './environment-store.ts';
import { recordDeployment } from './record-deployment.ts';
import { recordRelease } from './record-release.ts';
import {
  findReleasedVersion,
  markSupportEnded,
  releasesOfVersion,
  type ReleasedVersion,
} from './released-version-store.ts';
import { deployedVersionRepresentation, releasedVersionRepresentation } from './representation.ts';

/** Recording deployments and releases, and their ends. Source: docs/official-broker/environments.md#routes. */
export function recordingRoutes(routing: Routing): void {
  const { database } = routing;

  resource(
    routing,
    '/pacticipants/:pacticipant/versions/:version/deployed-versions/environment/:environment',
    {
      get(call) {
        const { version, environment } = requiredPlace(database, call);
        const deployed = deploymentsOfVersion(database, version.id, environment.id);
        return ok({
          _embedded: {
            deployedVersions: deployed.map((one) =>
              deployedVersionRepresentation(one, environment, 'none', call.urls),
            ),
          },
          _links: {
            self: {
              href: call.url,
              title: `Deployed versions for ${version.pacticipantName} version ${version.number} in environment ${environment.displayName}`,
            },
          },
        });
      },
      post: {
        consumes: [mediaTypes.json],
        handle(call) {
          const { version, environment } = requiredPlace(database, call);
          const target = targetOf(call.json);
          const deployed = recordDeployment(database, version, environment, target, call.now);
          return created(
            deployedVersionRepresentation(deployed, environment, 'all', call.urls),
            call.urls.deployedVersion(deployed.uuid),
          );
        },
      },
    },
  );

  resource(
    routing,
    '/pacticipants/:pacticipant/versions/:version/released-versions/environment/:environment',
    {
      get(call) {
        const { version, environment } = requiredPlace(database, call);
        const released = releasesOfVersion(database, version.id, environment.id);
        return ok({
          _embedded: {
            releasedVersions: released.map((one) =>
              releasedVersionRepresentation(one, environment, 'none', call.urls),
            ),
          },
          _links: {
            self: {
              href: call.url,
              title: `Released versions for ${version.pacticipantName} version ${version.number} in ${environment.displayName}`,
            },
          },
        });
      },
      post: {
        consumes: [mediaTypes.json],
        handle(call) {
          const { version, environment } = requiredPlace(database, call);
          const { release, isNew } = recordRelease(database, version, environment, call.now);
          const location = call.urls.releasedVersion(release.uuid);
          const body = releasedVersionRepresentation(release, environment, 'all', call.urls);
          return { status: isNew ? 201 : 200, body, headers: { Location: location } };
        },
      },
    },
  );

  resource(routing, '/deployed-versions/:uuid', {
    get: (call) => ok(showDeployed(database, requiredDeployed(database, call), call)),
    patch: {
      consumes: [mediaTypes.mergePatch],
      handle(call) {
        const { uuid } = requiredDeployed(database, call);
        if (ends(call.json, 'currentlyDeployed')) markUndeployed(database, uuid, call.now);
        return ok(showDeployed(database, requiredDeployed(database, call), call));
      },
    },
  });

  resource(routing, '/released-versions/:uuid', {
    get: (call) => ok(showReleased(database, requiredReleased(database, call), call)),
    patch: {
      consumes: [mediaTypes.mergePatch],
      handle(call) {
        const { uuid, supportEndedAt } = requiredReleased(database, call);
        if (ends(call.json, 'currentlySupported') && supportEndedAt === null) {
          markSupportEnded(database, uuid, call.now);
        }
        return ok(showReleased(database, requiredReleased(database, call), call));
      },
    },
  });
}

function requiredPlace(database: Database, { params }: Call): { version: Version; environment: Environment } {
  const version = findVersion(database, params['pacticipant'] ?? '', params['version'] ?? '');
  const environment = findEnvironment(database, params['environment'] ?? '');
  if (!version || !environment) throw new NotFoundError();
  return { version, environment };
}

function requiredDeployed(database: Database, { params }: Call): DeployedVersion {
  const deployed = findDeployedVersion(database, params['uuid'] ?? '');
  if (!deployed) throw new NotFoundError();
  return deployed;
}

function requiredReleased(database: Database, { params }: Call): ReleasedVersion {
  const released = findReleasedVersion(database, params['uuid'] ?? '');
  if (!released) throw new NotFoundError();
  return released;
}

function showDeployed(database: Database, deployed: DeployedVersion, { urls }: Call): object {
  const environment = findEnvironment(database, deployed.environmentUuid) as Environment;
  return deployedVersionRepresentation(deployed, environment, 'all', urls);
}

function showReleased(database: Database, released: ReleasedVersion, { urls }: Call): object {
  const environment = findEnvironment(database, released.environmentUuid) as Environment;
  return releasedVersionRepresentation(released, environment, 'all', urls);
}

/** The application instance a deployment is for, an empty one being none; `target` is its older name. */
function targetOf(body: unknown): string | null {
  const { applicationInstance, target } = (body ?? {}) as Record<string, unknown>;
  const given = applicationInstance ?? target ?? null;
  if (given === null || given === '') return null;
  if (typeof given === 'string') return given;
  if (typeof given === 'number' || typeof given === 'boolean') return String(given);
  throw new ValidationError({
    [applicationInstance === undefined ? 'target' : 'applicationInstance']: ['must be a string'],
  });
}

/** Whether a patch sets the flag to false. Setting it to true is refused, since only a new recording can do that. */
function ends(body: unknown, flag: 'currentlyDeployed' | 'currentlySupported'): boolean {
  const value = ((body ?? {}) as Record<string, unknown>)[flag];
  if (value === true) {
    throw new ValidationError(
      { [flag]: [`The ${flag} property cannot be set back to true. Please record a new deployment.`] },
      422,
    );
  }
  return value === false;
}
