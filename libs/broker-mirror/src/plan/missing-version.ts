import type { MirroredVersion } from '../inventory/index.ts';

/** What of a version the target lacks. */
export interface MissingVersion {
  readonly isNew: boolean;
  readonly buildUrl: string | undefined;
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  readonly pacts: MirroredVersion['pacts'];
}

/**
 * Compares a version with the target's.
 * @returns undefined if nothing is missing
 */
export function missingVersion(
  source: MirroredVersion,
  target: MirroredVersion | undefined,
): MissingVersion | undefined {
  const providers = target?.pacts.map(({ provider }) => provider) ?? [];
  const branches = target?.branches.map(({ name }) => name) ?? [];
  const missing = {
    isNew: target === undefined,
    buildUrl: source.buildUrl === target?.buildUrl ? undefined : source.buildUrl,
    branches: source.branches.map(({ name }) => name).filter((name) => !branches.includes(name)),
    tags: source.tags.filter((tag) => !target?.tags.includes(tag)),
    pacts: source.pacts.filter(({ provider }) => !providers.includes(provider)),
  };
  const { isNew, buildUrl, ...lists } = missing;
  const isComplete =
    !isNew && buildUrl === undefined && Object.values(lists).every((list) => list.length === 0);
  return isComplete ? undefined : missing;
}
