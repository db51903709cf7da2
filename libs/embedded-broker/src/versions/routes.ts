import { branchesOfVersion, findBranch } from '../branches/index.ts';
import type { Database } from '../database/index.ts';
import {
  allDeploymentsOfVersion,
  currentReleasesOfVersion,
  deploymentLinksOfVersion,
  environmentLinksOfVersion,
  findEnvironment,
  listEnvironments,
} from '../environments/index.ts';
import {
  mediaTypes,
  noContent,
  NotFoundError,
  ok,
  pageOf,
  pagingOf,
  partOf,
  resource,
  type Call,
  type Reply,
  type Routing,
  type Urls,
} from '../http/index.ts';
import { findPacticipant, type Pacticipant, requiredPacticipant } from '../pacticipants/index.ts';
import { providersOfVersion } from '../pacts/index.ts';
import { deleteTags, insertTag, tagsOfVersion } from '../tags/index.ts';
import { findOrCreateVersion } from './find-or-create.ts';
import { versionInput } from './input.ts';
import { versionRepresentation } from './representation.ts';
import {
  branchHead,
  changeBuildUrl,
  countVersions,
  deleteVersion,
  findVersion,
  findVersionById,
  latestVersion,
  latestVersionWithTag,
  listVersions,
  setBuildUrl,
  versionsEverInEnvironment,
  versionsOfBranch,
  versionsWithTag,
  type Version,
} from './store.ts';

/** Versions of a pacticipant. Source: docs/official-broker/pacticipants-and-versions.md#versions. */
export function versionRoutes(routing: Routing): void {
  const { database } = routing;
  const context = (version: Version) => ({
    branches: branchesOfVersion(database, version.id),
    tags: tagsOfVersion(database, version.id),
    pacts: providersOfVersion(database, version.id).map((provider) => ({ provider })),
  });
  const show = (version: Version, { urls }: Call, selfUrl?: string) =>
    versionRepresentation(version, context(version), urls, {
      selfUrl,
      extraLinks: environmentLinksOfVersion(
        version,
        {
          deployments: allDeploymentsOfVersion(database, version.id),
          releases: currentReleasesOfVersion(database, version.id),
          environments: listEnvironments(database),
        },
        urls,
      ),
    });
  const summary = (version: Version, urls: Urls) => {
    const deployments = deploymentLinksOfVersion(allDeploymentsOfVersion(database, version.id), urls);
    return versionRepresentation(version, context(version), urls, {
      extraLinks: deployments.length > 0 ? { 'pb:deployed-environments': deployments } : {},
    });
  };
  const list = (
    versions: readonly Version[],
    pacticipant: Pacticipant,
    title: string,
    call: Call,
    paging: { page?: object; links: object },
  ) => {
    const { urls } = call;
    const linksWith = (title: (version: Version) => string) =>
      versions.map((version) => ({
        href: urls.version(pacticipant.name, version.number),
        title: title(version),
      }));
    const href = urls.pacticipant(pacticipant.name);
    return ok({
      page: paging.page,
      _embedded: {
        versions: versions.map((version) => summary(version, urls)),
      },
      _links: {
        self: { href: call.url, title },
        ...paging.links,
        'pb:pacticipant': { href, title: pacticipant.name },
        'pb:versions': linksWith(({ number, createdAt }) => `Version ${number} - ${day(createdAt)}`),
        pacticipant: { href, title: 'Deprecated - please use pb:pacticipant' },
        versions: linksWith(() => 'Deprecated - please use pb:versions'),
      },
    });
  };

  resource(routing, '/pacticipants/:pacticipant/versions', {
    get(call) {
      const pacticipant = requiredPacticipant(database, call);
      const page = pageOf(call.query);
      const paging = pagingOf(
        page,
        countVersions(database, pacticipant.id),
        call.urls.versions(pacticipant.name),
      );
      return list(
        listVersions(database, pacticipant.id, page),
        pacticipant,
        `All application versions of ${pacticipant.name}`,
        call,
        paging,
      );
    },
  });

  resource(routing, '/pacticipants/:pacticipant/branches/:branch/versions', {
    get(call) {
      const pacticipant = findPacticipant(database, call.params['pacticipant'] ?? '');
      const name = call.params['branch'] ?? '';
      if (!pacticipant || !findBranch(database, pacticipant.name, name)) throw new NotFoundError();
      const page = pageOf(call.query);
      const all = versionsOfBranch(database, pacticipant.id, name);
      const shown = page ? versionsOfBranch(database, pacticipant.id, name, page) : all;
      const paging = pagingOf(page, all.length, `${call.urls.branch(pacticipant.name, name)}/versions`);
      return list(shown, pacticipant, `Versions for branch ${name} of ${pacticipant.name}`, call, paging);
    },
  });

  const part = (
    path: string,
    find: (pacticipant: Pacticipant, call: Call) => { versions: Version[]; title: string } | undefined,
  ) =>
    resource(routing, `/pacticipants/:pacticipant${path}`, {
      get(call) {
        const pacticipant = findPacticipant(database, call.params['pacticipant'] ?? '');
        const found = pacticipant && find(pacticipant, call);
        if (!found) throw new NotFoundError();
        const { versions, title } = found;
        const page = pageOf(call.query);
        const paging = pagingOf(page, versions.length, call.url.replace(/\?.*$/, ''));
        return list(partOf(versions, page), pacticipant, title, call, paging);
      },
    });
  part('/tags/:tag/versions', ({ id, name }, { params }) => {
    const versions = versionsWithTag(database, id, params['tag'] ?? '');
    return versions.length === 0 ? undefined : { versions, title: `All application versions of ${name}` };
  });
  part('/environments/:environment/versions', ({ id, name }, { params }) => {
    const environment = findEnvironment(database, params['environment'] ?? '');
    return (
      environment && {
        versions: versionsEverInEnvironment(database, id, environment.id),
        title: `Versions for ${name} in environment ${environment.displayName}`,
      }
    );
  });

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
    return { status: isNew ? 201 : 200, body: show(stored, call) };
  };

  resource(routing, '/pacticipants/:pacticipant/versions/:version', {
    get: (call) => ok(show(requiredVersion(database, call), call)),
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
        return ok(show(version, call, call.url));
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

/** `24/11/2026`, as the titles of version lists have it. */
function day(iso: string): string {
  return iso.slice(0, 10).split('-').reverse().join('/');
}
