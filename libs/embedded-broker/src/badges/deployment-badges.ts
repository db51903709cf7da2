import { findBranch } from '../branches/index.ts';
import type { Database } from '../database/index.ts';
import { findEnvironmentByName } from '../environments/index.ts';
import { evaluateMatrix } from '../matrix/index.ts';
import { findPacticipant } from '../pacticipants/index.ts';
import { branchHead, latestVersionWithTag } from '../versions/index.ts';
import { notFoundBadge, type Badge } from './badge.ts';
import type { BadgeOptions } from './pact-badge.ts';

/**
 * Whether the latest version with a tag may join the latest versions with another one.
 * Source: docs/official-broker/badges.md#can-i-deploy.
 */
export function tagToTagBadge(
  database: Database,
  { pacticipant: name, tag, to }: { readonly pacticipant: string; readonly tag: string; readonly to: string },
  options: BadgeOptions,
): Badge {
  const pacticipant = findPacticipant(database, name);
  if (!pacticipant) return notFoundBadge('pacticipant');
  if (!latestVersionWithTag(database, pacticipant.id, tag)) return notFoundBadge('version');
  const { deployable } = ask(database, { pacticipant: name, tag, latest: true }, { tag: to, latest: true });
  return canIDeployBadge(`${tag} to ${to}`, deployable, options);
}

/**
 * Whether the head of a branch may be deployed to an environment.
 * Source: docs/official-broker/badges.md#can-i-deploy.
 */
export function branchToEnvironmentBadge(
  database: Database,
  path: { readonly pacticipant: string; readonly branch: string; readonly environment: string },
  options: BadgeOptions,
): Badge {
  const { pacticipant: name, branch, environment } = path;
  const pacticipant = findPacticipant(database, name);
  if (!pacticipant) return notFoundBadge('pacticipant');
  if (!branchHead(database, pacticipant.id, branch)) {
    return notFoundBadge(findBranch(database, name, branch) ? 'version' : 'branch');
  }
  if (!findEnvironmentByName(database, environment)) return notFoundBadge('environment');
  const { deployable } = ask(database, { pacticipant: name, branch, latest: true }, { environment });
  return canIDeployBadge(`${branch} to ${environment}`, deployable, options);
}

/**
 * Whether the head of a pacticipant's main branch is compatible with those of its partners.
 * Source: docs/official-broker/badges.md#can-i-merge.
 */
export function canIMergeBadge(database: Database, name: string): Badge {
  const pacticipant = findPacticipant(database, name);
  if (!pacticipant) return notFoundBadge('pacticipant');
  const { id, mainBranch } = pacticipant;
  const version =
    mainBranch === null
      ? undefined
      : (branchHead(database, id, mainBranch) ?? latestVersionWithTag(database, id, mainBranch));
  if (!version) return notFoundBadge('main branch version');
  const { deployable } = ask(
    database,
    { pacticipant: name, version: version.number },
    { mainBranch: true, latest: true },
  );
  const label = 'can-i-merge';
  if (deployable === null) return { label, message: 'unknown', color: 'lightgrey' };
  return deployable
    ? { label, message: 'success', color: 'brightgreen' }
    : { label, message: 'failed', color: 'red' };
}

type Question = Parameters<typeof evaluateMatrix>[1];

function ask(
  database: Database,
  selector: Question['selectors'][number],
  target: NonNullable<Question['target']>,
) {
  return evaluateMatrix(database, {
    selectors: [selector],
    ignore: [],
    target,
    latestBy: target.environment === undefined ? 'cvp' : 'cvpv',
    success: undefined,
    limit: Number.MAX_SAFE_INTEGER,
  });
}

/** What is not known to be safe is red: the badge is there to keep somebody from deploying. */
function canIDeployBadge(message: string, deployable: boolean | null, { label }: BadgeOptions): Badge {
  return { label: label ?? 'can-i-deploy', message, color: deployable ? 'brightgreen' : 'red' };
}
