import type { Selector } from './query.ts';

export interface VersionRef {
  readonly id: number;
  readonly number: string;
}

/** A selector together with one version it picks. */
export interface ResolvedSelector {
  readonly pacticipant: string;
  /** Undefined when there is no such pacticipant. */
  readonly pacticipantId: number | undefined;
  /** Undefined when nothing matches, or, for a name alone, when any version does. */
  readonly version: VersionRef | undefined;
  /** The criteria; a main branch is replaced by its name where the pacticipant has one. */
  readonly criteria: Selector;
  /** Whether the selector picked several versions, of which this is one. */
  readonly oneOfMany: boolean;
}

/** Resolved selectors by the name of their pacticipant. */
export type SelectorsByPacticipant = ReadonlyMap<string, readonly ResolvedSelector[]>;

/** Finds versions. The lists have no order that matters. */
export interface VersionLookup {
  pacticipant(name: string): { readonly id: number; readonly mainBranch: string | null } | undefined;
  version(pacticipantId: number, number: string): VersionRef | undefined;
  latest(pacticipantId: number): VersionRef | undefined;
  latestWithTag(pacticipantId: number, tag: string): VersionRef | undefined;
  withTag(pacticipantId: number, tag: string): VersionRef[];
  branchHead(pacticipantId: number, branch: string): VersionRef | undefined;
  ofBranch(pacticipantId: number, branch: string): VersionRef[];
  inEnvironment(pacticipantId: number, environment: string): VersionRef[];
}

/** Whether a resolved selector stands for all versions of its pacticipant. */
export function isNameOnly({ criteria }: Pick<ResolvedSelector, 'criteria'>): boolean {
  const { version, latest, tag, branch, environment, mainBranch } = criteria;
  return version === undefined && !latest && !tag && !branch && !environment && !mainBranch;
}

/** Whether there is anything that the selector can mean. */
export function exists(resolved: ResolvedSelector): boolean {
  return resolved.version !== undefined || (isNameOnly(resolved) && resolved.pacticipantId !== undefined);
}

/**
 * The versions a selector picks, one resolved selector each; where it picks none, one that does not exist.
 * Source: docs/official-broker/matrix.md#resolving-selectors.
 */
export function resolveSelector(selector: Selector, lookup: VersionLookup): ResolvedSelector[] {
  const pacticipant = lookup.pacticipant(selector.pacticipant);
  const criteria = withBranchName(selector, pacticipant?.mainBranch ?? undefined);
  const resolved = (version: VersionRef | undefined, oneOfMany: boolean): ResolvedSelector => ({
    pacticipant: selector.pacticipant,
    pacticipantId: pacticipant?.id,
    version,
    criteria,
    oneOfMany,
  });
  const versions = pacticipant ? pick(criteria, pacticipant.id, lookup) : [];
  if (versions.length === 0) return [{ ...resolved(undefined, false), criteria: selector }];
  return versions.map((version) => resolved(version, versions.length > 1));
}

function withBranchName(selector: Selector, mainBranch: string | undefined): Selector {
  return selector.mainBranch && mainBranch !== undefined
    ? { ...selector, mainBranch: false, branch: mainBranch }
    : selector;
}

function pick(criteria: Selector, id: number, lookup: VersionLookup): VersionRef[] {
  const { version, latest, tag, branch, environment } = criteria;
  const one = (found: VersionRef | undefined) => (found ? [found] : []);
  if (version !== undefined) {
    // Together with a tag or a branch, the version has to have it.
    const has = (versions: VersionRef[]) => versions.some(({ number }) => number === version);
    const fits = (!tag || has(lookup.withTag(id, tag))) && (!branch || has(lookup.ofBranch(id, branch)));
    return fits ? one(lookup.version(id, version)) : [];
  }
  if (tag) return latest ? one(lookup.latestWithTag(id, tag)) : lookup.withTag(id, tag);
  if (branch) return latest ? one(lookup.branchHead(id, branch)) : lookup.ofBranch(id, branch);
  if (environment) return lookup.inEnvironment(id, environment);
  if (latest && !criteria.mainBranch) return one(lookup.latest(id));
  return [];
}
