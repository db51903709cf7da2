import type { Database } from '../database/index.ts';
import {
  created,
  firstPage,
  mediaTypes,
  noContent,
  NotFoundError,
  ok,
  pageOf,
  pagingOf,
  resource,
  rowsOfList,
  textOf,
  type Call,
  type Routing,
} from '../http/index.ts';
import { requiredPacticipant } from '../pacticipants/index.ts';
import { findOrCreateVersion, findVersion } from '../versions/index.ts';
import { addVersionToBranch } from './add-version.ts';
import { bulkDeletion } from './bulk-deletion.ts';
import { branchRepresentation, branchVersionRepresentation } from './representation.ts';
import {
  allBranches,
  countBranches,
  deleteBranch,
  findBranch,
  findBranchVersion,
  listBranches,
  removeFromBranch,
} from './store.ts';

/** Branches and their versions. Source: docs/official-broker/pacticipants-and-versions.md#branches. */
export function branchRoutes(routing: Routing): void {
  const { database } = routing;

  resource(routing, '/pacticipants/:pacticipant/branches', {
    get(call) {
      const { query, urls, params } = call;
      const pacticipant = requiredPacticipant(database, call);
      const like = textOf(query['q']) ?? '';
      const page = pageOf(query) ?? firstPage;
      const count = () => countBranches(database, pacticipant.id, like);
      call.reads(() => rowsOfList(page, count));
      const branches = listBranches(database, pacticipant.id, like, page);
      const paging = pagingOf(page, count(), urls.branches(params['pacticipant'] ?? ''));
      return ok({
        page: paging.page,
        _embedded: { branches: branches.map((branch) => branchRepresentation(branch, urls)) },
        _links: {
          self: { href: call.url, title: `${pacticipant.name} branches` },
          ...paging.links,
          'pb:branches': branches.map(({ name }) => ({ name, href: urls.branch(pacticipant.name, name) })),
        },
      });
    },
    delete(call) {
      const pacticipant = requiredPacticipant(database, call);
      const exclude = call.query['exclude'];
      const names = Array.isArray(exclude) ? exclude.filter((name) => typeof name === 'string') : [];
      const all = allBranches(database, pacticipant.id);
      const { deleted, kept } = bulkDeletion(all, pacticipant.mainBranch, names);
      for (const { id } of deleted) deleteBranch(database, id);
      const text =
        `Scheduled deletion of ${deleted.length} branches for pacticipant ${pacticipant.name}. ` +
        `Remaining branches are: ${kept.map(({ name }) => name).join(', ')}`;
      return { status: 202, body: { notices: [{ type: 'success', text }] } };
    },
  });

  resource(routing, '/pacticipants/:pacticipant/branches/:branch', {
    get: (call) => ok(branchRepresentation(requiredBranch(database, call), call.urls)),
    delete(call) {
      deleteBranch(database, requiredBranch(database, call).id);
      return noContent;
    },
  });

  resource(routing, '/pacticipants/:pacticipant/branches/:branch/versions/:version', {
    get(call) {
      const { branchVersion, path } = requiredBranchVersion(database, call);
      return ok(branchVersionRepresentation(branchVersion, path, call.urls));
    },
    put: {
      consumes: [mediaTypes.json],
      handle(call) {
        const { pacticipant = '', branch = '', version: number = '' } = call.params;
        const { version } = findOrCreateVersion(database, pacticipant, number, call.now);
        const isNew = addVersionToBranch(database, version, branch, call.now, routing.settings);
        const { branchVersion, path } = requiredBranchVersion(database, call);
        const body = branchVersionRepresentation(branchVersion, path, call.urls);
        return isNew ? created(body, call.urls.branchVersion(pacticipant, branch, number)) : ok(body);
      },
    },
    delete(call) {
      const { branchId, versionId } = requiredBranchVersion(database, call);
      removeFromBranch(database, branchId, versionId);
      return noContent;
    },
  });
}

function requiredBranch(database: Database, { params }: Call) {
  const branch = findBranch(database, params['pacticipant'] ?? '', params['branch'] ?? '');
  if (!branch) throw new NotFoundError();
  return branch;
}

function requiredBranchVersion(database: Database, call: Call) {
  const { pacticipant = '', branch: name = '', version: number = '' } = call.params;
  const branch = findBranch(database, pacticipant, name);
  const version = findVersion(database, pacticipant, number);
  const branchVersion = branch && version && findBranchVersion(database, branch.id, version.id);
  if (!branchVersion) throw new NotFoundError();
  return {
    branchVersion,
    branchId: branch.id,
    versionId: version.id,
    path: { pacticipant, branch: name, number },
  };
}
