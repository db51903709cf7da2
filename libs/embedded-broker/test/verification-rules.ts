import type { ConsumerVersionSelector } from '../src/pacts-for-verification/consumer-version-selector.ts';
import type { Facts, Publication, Result, Stay } from './facts.ts';

export interface VerificationQuestion {
  readonly provider: string;
  readonly selectors: readonly ConsumerVersionSelector[];
  readonly branch: string | undefined;
  readonly tags: readonly string[];
  /** In milliseconds; without it nothing in progress is asked for. */
  readonly wipSince: number | undefined;
}

/** A pact to verify, by the consumer version that stands for it. */
export interface PactToVerify {
  readonly pact: string;
  /** Why it was selected, sorted. */
  readonly reasons: readonly string[];
  readonly pending: boolean;
  /** The provider's tags that it is pending for. */
  readonly tags: readonly string[];
}

interface Selection {
  readonly publication: Publication;
  readonly reason: string;
}

/** The rules of the pacts for verification, by looking at each pact for itself. */
export function pactsToVerify(
  facts: Facts,
  question: VerificationQuestion,
): { readonly selected: readonly PactToVerify[]; readonly wip: readonly PactToVerify[] } {
  const { provider, selectors, wipSince } = question;
  const selections =
    selectors.length > 0
      ? selectors.flatMap((selector) => select(facts, withFallback(facts, selector, question), question))
      : selectByDefault(facts, provider);
  const selected = byContent(facts, selections).map((one) => ({
    ...named(one),
    ...pendingOf(facts, one.publication, question),
  }));
  const isSelected = ({ consumer, content }: Publication) =>
    selections.some(
      ({ publication }) => publication.consumer === consumer && publication.content === content,
    );
  const inProgress = facts
    .pactsWith(provider)
    .filter((one) => wipSince !== undefined && one.at > wipSince)
    .filter((one) => !isSelected(one) && isUnverifiedInProgress(facts, one, question))
    .flatMap((publication) => headsOf(facts, publication).map((reason) => ({ publication, reason })));
  return {
    selected,
    wip: byContent(facts, inProgress).map((one) => ({ ...named(one), pending: true, tags: [] })),
  };
}

/** A selector with its fallback in place of its tag, where no selector finds a newest pact with the tag. */
function withFallback(
  facts: Facts,
  selector: ConsumerVersionSelector,
  question: VerificationQuestion,
): ConsumerVersionSelector {
  const { tag, fallbackTag } = selector;
  if (fallbackTag === undefined) return selector;
  const isFound = question.selectors
    .filter((one) => one.tag === tag && one.latest)
    .some((one) => select(facts, one, question).length > 0);
  return isFound ? selector : { ...selector, tag: fallbackTag };
}

function select(
  facts: Facts,
  selector: ConsumerVersionSelector,
  { provider, branch: ownBranch }: VerificationQuestion,
): Selection[] {
  const { consumer, environment, tag, fallbackBranch } = selector;
  const pacts = facts
    .pactsWith(provider)
    .filter((one) => consumer === undefined || one.consumer === consumer);
  const branch = selector.matchingBranch ? ownBranch : selector.branch;
  const ofHead = (one: Publication, name: string | undefined): Selection[] =>
    name !== undefined && facts.branch(one.consumer, name)?.head === one.version
      ? [{ publication: one, reason: `branch ${name} ${one.version}` }]
      : [];
  const inPlace = (one: Publication, how: Stay['how'], label: string): Selection[] =>
    facts.stays
      .filter((stay) => stay.name === one.consumer && stay.version === one.version && stay.how === how)
      .filter((stay) => environment === undefined || stay.environment === environment)
      .map((stay) => ({ publication: one, reason: `${label} ${stay.environment} ${one.version}` }));

  if (selector.mainBranch) return pacts.flatMap((one) => ofHead(one, facts.mainBranches.get(one.consumer)));
  if (branch === true)
    return pacts.flatMap((one) =>
      facts.branches.filter(({ name }) => name === one.consumer).flatMap((has) => ofHead(one, has.branch)),
    );
  if (branch !== undefined) {
    const own = pacts.flatMap((one) => ofHead(one, branch));
    const hasOwn = (name: string) => own.some(({ publication }) => publication.consumer === name);
    return [
      ...own,
      ...pacts.filter((one) => !hasOwn(one.consumer)).flatMap((one) => ofHead(one, fallbackBranch)),
    ];
  }
  if (tag !== undefined) {
    const tagged = (name: string) => pacts.filter((one) => facts.hasTag(one.consumer, one.version, name));
    if (!selector.latest)
      return tagged(tag).map((one) => ({ publication: one, reason: `allOfTag ${tag} ${one.version}` }));
    const ofNewest = (name: string) =>
      pacts.filter((one) => facts.withTag(one.consumer, name).at(-1) === one.version);
    return ofNewest(tag).map((one) => ({ publication: one, reason: `tag ${tag} ${one.version}` }));
  }
  if (selector.deployed) return pacts.flatMap((one) => inPlace(one, 'deployed', 'deployed'));
  if (selector.released) return pacts.flatMap((one) => inPlace(one, 'released', 'released'));
  if (selector.deployedOrReleased)
    return pacts.flatMap((one) => [
      ...inPlace(one, 'deployed', 'deployed'),
      ...inPlace(one, 'released', 'released'),
    ]);
  if (environment !== undefined)
    return pacts.flatMap((one) =>
      // However a version came there, and on however many instances it is, it is there once.
      [...inPlace(one, 'deployed', 'environment'), ...inPlace(one, 'released', 'environment')].slice(0, 1),
    );
  return lastOfEach(pacts).map((one) => ({ publication: one, reason: `latest ${one.version}` }));
}

/** Of each consumer its main branch, else the newest version with a tag of that name, else the latest; and all that is live. */
function selectByDefault(facts: Facts, provider: string): Selection[] {
  const by = (selector: ConsumerVersionSelector) =>
    select(facts, selector, { provider, selectors: [], branch: undefined, tags: [], wipSince: undefined });
  return [
    ...facts.consumersOf(provider).flatMap((consumer) => {
      const main = facts.mainBranches.get(consumer);
      if (main === undefined) return by({ consumer, latest: true });
      if ((facts.branch(consumer, main)?.versions.length ?? 0) > 0) return by({ consumer, mainBranch: true });
      return facts.withTag(consumer, main).length > 0
        ? by({ consumer, tag: main, latest: true })
        : by({ consumer, latest: true });
    }),
    ...by({ deployedOrReleased: true }),
  ];
}

/** The last pact of each consumer, of pacts in the order of versions. */
function lastOfEach(pacts: readonly Publication[]): Publication[] {
  return [...new Map(pacts.map((one) => [one.consumer, one])).values()];
}

/** Pacts of the same content once, under the newest of the versions, by consumer and version. */
function byContent(facts: Facts, selections: readonly Selection[]) {
  const orderOf = ({ consumer, version }: Publication) => facts.orderOf(consumer, version);
  const groups = Map.groupBy(
    selections,
    ({ publication: { consumer, content } }) => `${consumer} ${content}`,
  );
  return [...groups.values()]
    .map((group) => ({
      publication: group
        .map(({ publication }) => publication)
        .toSorted((a, b) => orderOf(a) - orderOf(b))
        .at(-1) as Publication,
      reasons: group.map(({ reason }) => reason).sort(),
    }))
    .toSorted(
      ({ publication: a }, { publication: b }) =>
        Number(a.consumer > b.consumer) - Number(a.consumer < b.consumer) || orderOf(a) - orderOf(b),
    );
}

function named({ publication, reasons }: { publication: Publication; reasons: string[] }) {
  return { pact: `${publication.consumer} ${publication.version}`, reasons };
}

function successesOf(facts: Facts, { consumer, provider, content }: Publication): Result[] {
  return facts.results.filter(
    (one) => one.success && one.consumer === consumer && one.provider === provider && one.content === content,
  );
}

/** A pact is pending until it was verified here, or elsewhere before there was a here. */
function pendingOf(facts: Facts, publication: Publication, { provider, branch, tags }: VerificationQuestion) {
  const successes = successesOf(facts, publication);
  if (branch !== undefined)
    return {
      pending: !successes.some((one) => countsForBranch(facts, one, provider, branch, false)),
      tags: [],
    };
  if (tags.length === 0) return { pending: successes.length === 0, tags: [] };
  const open = tags.filter((tag) => !successes.some((one) => countsForTag(facts, one, provider, tag, false)));
  return { pending: open.length > 0, tags: open };
}

/** The same of what was verified because somebody selected it, on the branch or with each of the tags. */
function isUnverifiedInProgress(
  facts: Facts,
  publication: Publication,
  { provider, branch, tags }: VerificationQuestion,
): boolean {
  const explicit = successesOf(facts, publication).filter(({ wip }) => !wip);
  if (branch !== undefined)
    return !explicit.some((one) => countsForBranch(facts, one, provider, branch, true));
  return tags.some((tag) => !explicit.some((one) => countsForTag(facts, one, provider, tag, true)));
}

/** @param byVersion whether the branch begins with its first version, which may be older */
function countsForBranch(
  facts: Facts,
  { version, at }: Result,
  provider: string,
  branch: string,
  byVersion: boolean,
): boolean {
  const known = facts.branch(provider, branch);
  const [first] = known?.versions ?? [];
  const firstVersion = facts.versions.find((one) => one.name === provider && one.version === first);
  const began = (byVersion ? firstVersion : known)?.at ?? Infinity;
  return facts.branches
    .filter((one) => one.name === provider && one.versions.includes(version))
    .some((one) => one.branch === branch || at < began);
}

/** @param thenOnly whether only tags count that the version had when its result came */
function countsForTag(
  facts: Facts,
  { version, at }: Result,
  provider: string,
  tag: string,
  thenOnly: boolean,
): boolean {
  const ofProvider = facts.taggings.filter((one) => one.name === provider);
  const began = Math.min(...ofProvider.filter((one) => one.tag === tag).map((one) => one.at));
  return ofProvider
    .filter((one) => one.version === version && (!thenOnly || one.at <= at))
    .some((one) => one.tag === tag || at < began);
}

/** What makes a version one that is worked on: the branches it is the head of, the tags it is the latest with. */
function headsOf(facts: Facts, { consumer, version }: Publication): string[] {
  const tags = new Set(facts.taggings.filter(({ name }) => name === consumer).map(({ tag }) => tag));
  return [
    ...facts.branches
      .filter(({ name, head }) => name === consumer && head === version)
      .map(({ branch }) => `branch ${branch}`),
    ...[...tags].filter((tag) => facts.withTag(consumer, tag).at(-1) === version).map((tag) => `tag ${tag}`),
  ];
}
