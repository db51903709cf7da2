import type { Database } from '../database/index.ts';
import { findEnvironmentByName, recordDeployment } from '../environments/index.ts';
import {
  created,
  mediaTypes,
  noContent,
  NotFoundError,
  ok,
  resource,
  timestamp,
  type Call,
  type Routing,
  type Urls,
} from '../http/index.ts';
import { pacticipantLink } from '../pacticipants/index.ts';
import { findOrCreateVersion, findVersion, versionLink, type Version } from '../versions/index.ts';
import { addTag } from './add-tag.ts';
import { deleteTag, findTag, type Tag } from './store.ts';

/** Tags of a version. Source: docs/official-broker/pacticipants-and-versions.md#tags. */
export function tagRoutes(routing: Routing): void {
  const { database } = routing;
  resource(routing, '/pacticipants/:pacticipant/versions/:version/tags/:tag', {
    get(call) {
      const { version, tag } = requiredTag(database, call);
      return ok(tagRepresentation(tag, version, call.urls));
    },
    put: {
      consumes: [mediaTypes.json],
      handle(call) {
        const { pacticipant = '', version: number = '', tag: name = '' } = call.params;
        const { version } = findOrCreateVersion(database, pacticipant, number, call.now);
        const isNew = addTag(database, version, name, call.now, routing.settings);
        const environment =
          routing.settings.createDeployedVersionsForTags && findEnvironmentByName(database, name);
        // A tag called like an environment means a deployment to it (create_deployed_versions_for_tags).
        if (environment)
          recordDeployment(database, version, environment, null, call.now, { autoCreated: true });
        const tag = requiredTag(database, call).tag;
        const body = tagRepresentation(tag, version, call.urls);
        return isNew ? created(body, call.urls.tag(pacticipant, number, name)) : ok(body);
      },
    },
    delete(call) {
      const { version, tag } = requiredTag(database, call);
      deleteTag(database, version.id, tag.name);
      return noContent;
    },
  });
}

function tagRepresentation(tag: Tag, version: Version, urls: Urls): object {
  return {
    name: tag.name,
    createdAt: timestamp(tag.createdAt),
    _links: {
      self: {
        title: 'Tag',
        name: tag.name,
        href: urls.tag(version.pacticipantName, version.number, tag.name),
      },
      version: versionLink(version, urls),
      pacticipant: pacticipantLink(version.pacticipantName, urls),
    },
  };
}

function requiredTag(database: Database, { params }: Call): { version: Version; tag: Tag } {
  const version = findVersion(database, params['pacticipant'] ?? '', params['version'] ?? '');
  const tag = version && findTag(database, version.id, params['tag'] ?? '');
  if (!tag) throw new NotFoundError();
  return { version, tag };
}
