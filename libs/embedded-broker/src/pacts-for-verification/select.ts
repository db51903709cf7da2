import type { Database } from '../database/index.ts';
import { latestPublicationsForProvider, type Publication } from '../pacts/index.ts';
import type { ConsumerVersionSelector } from './consumer-version-selector.ts';
import { mergeByContent, type SelectedPact, type SelectionReason } from './selected-pact.ts';
import {
  consumersOfProvider,
  pactsOfBranchHeads,
  pactsLive,
  pactsOfTagHeads,
  pactsWithTag,
  type HeadPact,
  type LivePact,
} from './store.ts';

export interface ProviderVersion {
  readonly providerId: number;
  /** The branch of the provider version that is verified. */
  readonly branch: string | undefined;
}

/**
 * The pacts that the selectors choose, or, without selectors, those that matter by default.
 * Source: docs/official-broker/pacts-for-verification.md#selectors.
 */
export function selectPacts(
  database: Database,
  selectors: readonly ConsumerVersionSelector[],
  provider: ProviderVersion,
): SelectedPact[] {
  const { providerId } = provider;
  if (selectors.length === 0) return mergeByContent(selectByDefault(database, providerId));
  const selected = selectors.flatMap((selector) => selectBy(database, selector, provider));
  return mergeByContent([...selected, ...fallbacks(database, providerId, selectors, selected)]);
}

function selectBy(
  database: Database,
  selector: ConsumerVersionSelector,
  { providerId, branch: providerBranch }: ProviderVersion,
): SelectedPact[] {
  const { consumer, tag, environment } = selector;
  const branch = selector.matchingBranch ? providerBranch : selector.branch;
  const ofConsumer = ({ publication }: SelectedPact) =>
    consumer === undefined || publication.consumerName === consumer;
  const found = (): SelectedPact[] => {
    if (selector.mainBranch)
      return heads(pactsOfBranchHeads(database, providerId, { mainBranch: true }), consumer);
    if (branch === true) return heads(pactsOfBranchHeads(database, providerId, undefined), consumer);
    if (branch !== undefined) return branchOrFallback(database, providerId, branch, selector);
    if (tag !== undefined) return tagged(database, providerId, tag, selector);
    if (selector.deployed)
      return live('deployed', pactsLive(database, 'deployed', providerId, environment), consumer);
    if (selector.released)
      return live('released', pactsLive(database, 'released', providerId, environment), consumer);
    if (environment !== undefined && !selector.deployedOrReleased) {
      const pacts = [
        ...pactsLive(database, 'deployed', providerId, environment),
        ...pactsLive(database, 'released', providerId, environment),
      ];
      // A version can be there in several ways: deployed and released, on several instances.
      const once = new Map(pacts.map((pact) => [pact.publication.id, pact]));
      return live('environment', [...once.values()], consumer);
    }
    if (selector.deployedOrReleased) {
      return [
        ...live('deployed', pactsLive(database, 'deployed', providerId, environment), consumer),
        ...live('released', pactsLive(database, 'released', providerId, environment), consumer),
      ];
    }
    return latest(latestPublicationsForProvider(database, providerId), consumer);
  };
  return found().filter(ofConsumer);
}

/** The heads of a branch; a consumer without a pact there gives that of its fallback branch. */
function branchOrFallback(
  database: Database,
  providerId: number,
  branch: string,
  { fallbackBranch, consumer }: ConsumerVersionSelector,
): SelectedPact[] {
  const own = pactsOfBranchHeads(database, providerId, { branch });
  const consumers = new Set(own.map(({ publication }) => publication.consumerId));
  const fallback =
    fallbackBranch === undefined ? [] : pactsOfBranchHeads(database, providerId, { branch: fallbackBranch });
  const added = fallback.filter(({ publication }) => !consumers.has(publication.consumerId));
  return heads([...own, ...added], consumer).map(({ publication, reasons }) => ({
    publication,
    reasons: reasons.map((reason) => ({ ...reason, isMainBranch: false })),
  }));
}

function tagged(
  database: Database,
  providerId: number,
  tag: string,
  { latest, consumer }: ConsumerVersionSelector,
): SelectedPact[] {
  if (!latest) return because(pactsWithTag(database, providerId, tag), { kind: 'allOfTag', consumer, tag });
  return because(pactsOfTagHeads(database, providerId, tag), { kind: 'tag', consumer, tag });
}

/** The newest pacts with a fallback tag, where none was selected as the newest with the tag, by whichever selector. */
function fallbacks(
  database: Database,
  providerId: number,
  selectors: readonly ConsumerVersionSelector[],
  selected: readonly SelectedPact[],
): SelectedPact[] {
  const found = new Set(
    selected.flatMap(({ reasons }) => reasons.flatMap(({ kind, tag }) => (kind === 'tag' ? [tag] : []))),
  );
  return selectors.flatMap(({ consumer, tag, fallbackTag }) => {
    if (fallbackTag === undefined || found.has(tag)) return [];
    const pacts = pactsOfTagHeads(database, providerId, fallbackTag).filter(
      ({ consumerName }) => consumer === undefined || consumerName === consumer,
    );
    return because(pacts, { kind: 'tag', consumer, tag: fallbackTag, missingTag: tag });
  });
}

/**
 * Per consumer its main branch's head, else the newest version with a tag of that name, else the latest; and all that
 * is live. Where the branch or the tag exists but the version has no pact, the consumer gives none.
 */
function selectByDefault(database: Database, providerId: number): SelectedPact[] {
  const mainHeads = Map.groupBy(
    pactsOfBranchHeads(database, providerId, { mainBranch: true }),
    ({ publication }) => publication.consumerName,
  );
  const overall = byConsumer(latestPublicationsForProvider(database, providerId));
  const tagHeads = new Map<string, ReturnType<typeof byConsumer>>();
  const headsOf = (tag: string) => {
    const known = tagHeads.get(tag) ?? byConsumer(pactsOfTagHeads(database, providerId, tag));
    tagHeads.set(tag, known);
    return known;
  };
  const current = consumersOfProvider(database, providerId).flatMap(
    ({ name, mainBranch, mainBranchHasVersions, mainBranchIsATag }) => {
      if (mainBranchHasVersions) return heads(mainHeads.get(name) ?? [], name);
      if (mainBranch !== null && mainBranchIsATag)
        return because(headsOf(mainBranch).get(name) ?? [], { kind: 'tag', consumer: name, tag: mainBranch });
      return latest(overall.get(name) ?? [], name);
    },
  );
  return [
    ...current,
    ...live('deployed', pactsLive(database, 'deployed', providerId, undefined), undefined),
    ...live('released', pactsLive(database, 'released', providerId, undefined), undefined),
  ];
}

function heads(pacts: readonly HeadPact[], consumer: string | undefined): SelectedPact[] {
  return pacts.map(({ publication, branch, isMainBranch }) => ({
    publication,
    reasons: [{ kind: 'branch', branch, isMainBranch, consumer, version: versionOf(publication) }],
  }));
}

function live(
  kind: 'deployed' | 'released' | 'environment',
  pacts: readonly LivePact[],
  consumer: string | undefined,
): SelectedPact[] {
  return pacts.map(({ publication, environment }) => ({
    publication,
    reasons: [{ kind, environment, consumer, version: versionOf(publication) }],
  }));
}

function latest(publications: readonly Publication[], consumer: string | undefined): SelectedPact[] {
  return because(publications, { kind: 'latest', consumer });
}

function because(
  publications: readonly Publication[],
  reason: Omit<SelectionReason, 'version'>,
): SelectedPact[] {
  return publications.map((publication) => ({
    publication,
    reasons: [{ ...reason, version: versionOf(publication) }],
  }));
}

function byConsumer(publications: readonly Publication[]): Map<string, Publication[]> {
  return Map.groupBy(publications, ({ consumerName }) => consumerName);
}

function versionOf({ consumerVersionId, consumerVersionNumber }: Publication): SelectionReason['version'] {
  return { id: consumerVersionId, number: consumerVersionNumber };
}
