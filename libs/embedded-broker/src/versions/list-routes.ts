import { findBranch } from '../branches/index.ts';
import { findEnvironment } from '../environments/index.ts';
import {
  NotFoundError,
  ok,
  pageOf,
  pagingOf,
  partOf,
  resource,
  type Call,
  type Routing,
} from '../http/index.ts';
import { findPacticipant, requiredPacticipant, type Pacticipant } from '../pacticipants/index.ts';
import { listedVersion } from './shown.ts';
import {
  countVersions,
  listVersions,
  versionsEverInEnvironment,
  versionsEverLive,
  versionsOfBranch,
  versionsWithTag,
  type Version,
} from './store.ts';

/** Lists of versions. Source: docs/official-broker/pacticipants-and-versions.md#versions. */
export function versionListRoutes(routing: Routing): void {
  const { database } = routing;
  const named = ({ params }: Call) => findPacticipant(database, params['pacticipant'] ?? '');
  const required = (call: Call) => requiredPacticipant(database, call);
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
        versions: versions.map((version) => listedVersion(database, version, urls)),
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
      const pacticipant = required(call);
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
      const pacticipant = named(call);
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
    pacticipantOf: (call: Call) => Pacticipant | undefined,
    find: (pacticipant: Pacticipant, call: Call) => { versions: Version[]; title: string } | undefined,
  ) =>
    resource(routing, `/pacticipants/:pacticipant${path}`, {
      get(call) {
        const pacticipant = pacticipantOf(call);
        const found = pacticipant && find(pacticipant, call);
        if (!found) throw new NotFoundError();
        const { versions, title } = found;
        const page = pageOf(call.query);
        const paging = pagingOf(page, versions.length, call.url.replace(/\?.*$/, ''));
        return list(partOf(versions, page), pacticipant, title, call, paging);
      },
    });
  part('/tags/:tag/versions', named, ({ id, name }, { params }) => {
    const versions = versionsWithTag(database, id, params['tag'] ?? '');
    return versions.length === 0 ? undefined : { versions, title: `All application versions of ${name}` };
  });
  const environmentOf = ({ params }: Call) => findEnvironment(database, params['environment'] ?? '');
  // Of an environment that is not there, no pacticipant is missed.
  const inEnvironment = (call: Call) => (environmentOf(call) ? required(call) : undefined);
  part('/environments/:environment/versions', inEnvironment, ({ id, name }, call) => {
    const environment = environmentOf(call);
    return (
      environment && {
        versions: versionsEverInEnvironment(database, id, environment.id),
        title: `Versions for ${name} in environment ${environment.displayName}`,
      }
    );
  });
  part('/deployed-or-released/versions', required, ({ id, name }) => ({
    versions: versionsEverLive(database, id),
    title: `Versions of ${name} that have been deployed or released`,
  }));
}

/** `24/11/2026`, as the titles of version lists have it. */
function day(iso: string): string {
  return iso.slice(0, 10).split('-').reverse().join('/');
}
