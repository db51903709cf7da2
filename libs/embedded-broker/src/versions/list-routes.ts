import { findBranch } from '../branches/index.ts';
import { findEnvironment } from '../environments/index.ts';
import {
  NotFoundError,
  ok,
  pageOf,
  pagingOf,
  resource,
  rowsOfList,
  type Call,
  type Page,
  type Routing,
} from '../http/index.ts';
import { findPacticipant, requiredPacticipant, type Pacticipant } from '../pacticipants/index.ts';
import {
  countVersions,
  countVersionsEverInEnvironment,
  countVersionsEverLive,
  countVersionsOfBranch,
  countVersionsWithTag,
  listVersions,
  versionsEverInEnvironment,
  versionsEverLive,
  versionsOfBranch,
  versionsWithTag,
} from './list-store.ts';
import { listedVersions } from './shown.ts';
import { latestVersionWithTag, type Version } from './store.ts';

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
        versions: listedVersions(database, versions, urls),
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
      call.reads(() => rowsOfList(page, () => countVersions(database, pacticipant.id)));
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
      const count = () => countVersionsOfBranch(database, pacticipant.id, name);
      call.reads(() => rowsOfList(page, count));
      const shown = versionsOfBranch(database, pacticipant.id, name, page);
      const total = page ? count() : shown.length;
      const paging = pagingOf(page, total, `${call.urls.branch(pacticipant.name, name)}/versions`);
      return list(shown, pacticipant, `Versions for branch ${name} of ${pacticipant.name}`, call, paging);
    },
  });

  const pages = (
    path: string,
    pacticipantOf: (call: Call) => Pacticipant | undefined,
    find: (pacticipant: Pacticipant, call: Call) => PagedVersions | undefined,
  ) =>
    resource(routing, `/pacticipants/:pacticipant${path}`, {
      get(call) {
        const pacticipant = pacticipantOf(call);
        const found = pacticipant && find(pacticipant, call);
        if (!found) throw new NotFoundError();
        const page = pageOf(call.query);
        call.reads(() => rowsOfList(page, () => found.count()));
        const versions = found.versions(page);
        const total = page ? found.count() : versions.length;
        const paging = pagingOf(page, total, call.url.replace(/\?.*$/, ''));
        return list(versions, pacticipant, found.title, call, paging);
      },
    });
  pages('/tags/:tag/versions', named, ({ id, name }, { params }) => {
    const tag = params['tag'] ?? '';
    return latestVersionWithTag(database, id, tag)
      ? {
          versions: (page) => versionsWithTag(database, id, tag, page),
          count: () => countVersionsWithTag(database, id, tag),
          title: `All application versions of ${name}`,
        }
      : undefined;
  });
  const environmentOf = ({ params }: Call) => findEnvironment(database, params['environment'] ?? '');
  // Of an environment that is not there, no pacticipant is missed.
  const inEnvironment = (call: Call) => (environmentOf(call) ? required(call) : undefined);
  pages('/environments/:environment/versions', inEnvironment, ({ id, name }, call) => {
    const environment = environmentOf(call);
    return (
      environment && {
        versions: (page) => versionsEverInEnvironment(database, id, environment.id, page),
        count: () => countVersionsEverInEnvironment(database, id, environment.id),
        title: `Versions for ${name} in environment ${environment.displayName}`,
      }
    );
  });
  pages('/deployed-or-released/versions', required, ({ id, name }) => ({
    versions: (page) => versionsEverLive(database, id, page),
    count: () => countVersionsEverLive(database, id),
    title: `Versions of ${name} that have been deployed or released`,
  }));
}

/** A list of versions that can be asked for by pages. */
interface PagedVersions {
  readonly versions: (page: Page | undefined) => Version[];
  readonly count: () => number;
  readonly title: string;
}

/** `24/11/2026`, as the titles of version lists have it. */
function day(iso: string): string {
  return iso.slice(0, 10).split('-').reverse().join('/');
}
