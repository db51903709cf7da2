import { timestamps, type Urls } from '../http/index.ts';
import type { Branch, BranchVersion } from './store.ts';

/** A branch in HAL. Source: docs/official-broker/pacticipants-and-versions.md#branches. */
export function branchRepresentation(branch: Branch, urls: Urls): object {
  const href = urls.branch(branch.pacticipantName, branch.name);
  return {
    name: branch.name,
    ...timestamps(branch),
    _links: {
      self: { title: 'Branch', href },
      'pb:latest-version': { title: 'Latest version for branch', href: `${href}/latest-version` },
    },
  };
}

/** A version's place on a branch in HAL. Source: docs/official-broker/pacticipants-and-versions.md#branches. */
export function branchVersionRepresentation(
  branchVersion: BranchVersion,
  path: { readonly pacticipant: string; readonly branch: string; readonly number: string },
  urls: Urls,
): object {
  const { pacticipant, branch, number } = path;
  return {
    ...timestamps(branchVersion),
    _links: {
      self: { title: 'Branch version', href: urls.branchVersion(pacticipant, branch, number) },
      'pb:branch': { title: 'Branch', name: branch, href: urls.branch(pacticipant, branch) },
      'pb:version': { title: 'Version', name: number, href: urls.version(pacticipant, number) },
    },
  };
}
