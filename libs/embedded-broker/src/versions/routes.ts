import type { Database } from '../database/index.ts';
import {
  mediaTypes,
  noContent,
  NotFoundError,
  ok,
  resource,
  type Call,
  type Reply,
  type Routing,
} from '../http/index.ts';
import { findPacticipant, type Pacticipant } from '../pacticipants/index.ts';
import { deleteTags, insertTag } from '../tags/index.ts';
import { findOrCreateVersion } from './find-or-create.ts';
import { versionInput } from './input.ts';
import { shownVersion } from './shown.ts';
import {
  branchHead,
  changeBuildUrl,
  deleteVersion,
  findVersion,
  findVersionById,
  latestVersion,
  latestVersionWithTag,
  setBuildUrl,
  type Version,
} from './store.ts';

/** One version of a pacticipant. Source: docs/official-broker/pacticipants-and-versions.md#versions. */
export function versionRoutes(routing: Routing): void {
  const { database } = routing;
  const write = (call: Call, { merge }: { readonly merge: boolean }): Reply => {
    const { pacticipant = '', version: number = '' } = call.params;
    const input = versionInput(call.json);
    const { version, isNew } = findOrCreateVersion(database, pacticipant, number, call.now);
    if (!merge) setBuildUrl(database, version.id, input.buildUrl ?? null, call.now);
    else if (input.buildUrl !== undefined) changeBuildUrl(database, version.id, input.buildUrl, call.now);
    if (input.tags) {
      deleteTags(database, version.id);
      for (const tag of input.tags) insertTag(database, version.id, tag, call.now);
    }
    const stored = findVersionById(database, version.id) as Version;
    return { status: isNew ? 201 : 200, body: shownVersion(database, stored, call.urls) };
  };

  resource(routing, '/pacticipants/:pacticipant/versions/:version', {
    get: (call) => ok(shownVersion(database, requiredVersion(database, call), call.urls)),
    put: { consumes: [mediaTypes.json], handle: (call) => write(call, { merge: false }) },
    patch: { consumes: [mediaTypes.mergePatch], handle: (call) => write(call, { merge: true }) },
    delete(call) {
      deleteVersion(database, requiredVersion(database, call).id);
      return noContent;
    },
  });

  const single = (path: string, find: (pacticipant: Pacticipant, call: Call) => Version | undefined) =>
    resource(routing, path, {
      get(call) {
        const pacticipant = findPacticipant(database, call.params['pacticipant'] ?? '');
        const version = pacticipant && find(pacticipant, call);
        if (!version) throw new NotFoundError();
        return ok(shownVersion(database, version, call.urls, call.url));
      },
    });
  single('/pacticipants/:pacticipant/latest-version', ({ id }) => latestVersion(database, id));
  single('/pacticipants/:pacticipant/latest-version/:tag', ({ id }, { params }) =>
    latestVersionWithTag(database, id, params['tag'] ?? ''),
  );
  single('/pacticipants/:pacticipant/branches/:branch/latest-version', ({ id }, { params }) =>
    branchHead(database, id, params['branch'] ?? ''),
  );
}

function requiredVersion(database: Database, { params }: Call): Version {
  const version = findVersion(database, params['pacticipant'] ?? '', params['version'] ?? '');
  if (!version) throw new NotFoundError();
  return version;
}
