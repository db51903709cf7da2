import { isNameOnly, type ResolvedSelector } from './resolve.ts';

/** A selector in words, with the version it came to. Source: docs/official-broker/can-i-deploy.md#descriptions. */
export function describe(resolved: ResolvedSelector): string {
  const { pacticipant, version, criteria, oneOfMany } = resolved;
  const { latest, tag, branch, environment, mainBranch } = criteria;
  const found = version ? `(${version.number})` : '(no such version exists)';
  if (tag && latest) return `the latest version of ${pacticipant} with tag ${tag} ${found}`;
  if (mainBranch) {
    return `${latest ? 'the latest' : 'any'} version of ${pacticipant} from the main branch (no versions exist for this branch)`;
  }
  if (branch && latest) return `the latest version of ${pacticipant} from branch ${branch} ${found}`;
  if (branch) {
    const which = !version ? 'a version' : oneOfMany ? 'one of the versions' : 'the version';
    return `${which} of ${pacticipant} from branch ${branch} ${found}`;
  }
  if (latest) return `the latest version of ${pacticipant} ${found}`;
  if (tag) return `a version of ${pacticipant} with tag ${tag} ${found}`;
  if (environment) {
    if (!version) {
      return `a version of ${pacticipant} currently in ${environment} (no version is currently recorded as deployed/released in this environment)`;
    }
    return `${oneOfMany ? 'one of the versions' : 'the version'} of ${pacticipant} currently in ${environment} ${found}`;
  }
  if (isNameOnly(resolved)) {
    return `any version of ${pacticipant}${resolved.pacticipantId === undefined ? ' (no such pacticipant exists)' : ''}`;
  }
  if (resolved.pacticipantId === undefined)
    return `any version of ${pacticipant} (no such pacticipant exists)`;
  return `version ${criteria.version} of ${pacticipant}${version ? '' : ' (no such version exists)'}`;
}

/** Why a selector that picks nothing makes the answer "no". Source: docs/official-broker/can-i-deploy.md#reasons. */
export function describeMissing({ pacticipant, criteria }: ResolvedSelector): string {
  const { version, tag, branch, environment, mainBranch } = criteria;
  if (tag) return `No version with tag ${tag} exists for ${pacticipant}`;
  if (branch) return `No version of ${pacticipant} from branch ${branch} exists`;
  if (mainBranch) return `No version of ${pacticipant} from the main branch exists`;
  if (environment) {
    return `No version of ${pacticipant} is currently recorded as deployed or released in environment ${environment}`;
  }
  if (version !== undefined) {
    return `No pacts or verifications have been published for version ${version} of ${pacticipant}`;
  }
  return `No pacts or verifications have been published for ${pacticipant}`;
}
