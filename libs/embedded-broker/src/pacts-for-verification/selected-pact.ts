import type { Publication } from '../pacts/index.ts';

/** Why a pact was selected: one criterion and the consumer version it came to. */
export interface SelectionReason {
  readonly kind: 'latest' | 'branch' | 'tag' | 'allOfTag' | 'deployed' | 'released' | 'environment';
  /** The consumer the selector was restricted to. */
  readonly consumer?: string | undefined;
  readonly branch?: string | undefined;
  readonly isMainBranch?: boolean | undefined;
  readonly tag?: string | undefined;
  /** The tag that nothing was found for, where `tag` is the fallback. */
  readonly missingTag?: string | undefined;
  readonly environment?: { readonly name: string; readonly production: boolean } | undefined;
  readonly version: { readonly id: number; readonly number: string };
}

/** A pact with all the reasons it was selected for. */
export interface SelectedPact {
  readonly publication: Publication;
  readonly reasons: readonly SelectionReason[];
}

/**
 * Puts pacts of the same content together: the newest consumer version stands for them, with the reasons of all.
 * Source: docs/official-broker/pacts-for-verification.md#merging-selections.
 */
export function mergeByContent(selected: readonly SelectedPact[]): SelectedPact[] {
  const groups = Map.groupBy(selected, ({ publication }) => publication.pactVersionId);
  return [...groups.values()]
    .map((group) => ({
      publication: group
        .map(({ publication }) => publication)
        .reduce((a, b) => (b.consumerVersionId > a.consumerVersionId ? b : a)),
      reasons: group.flatMap(({ reasons }) => reasons).toSorted(compareReasons),
    }))
    .toSorted((a, b) => comparePublications(a.publication, b.publication));
}

/** By consumer, then by the order of its versions. */
export function comparePublications(a: Publication, b: Publication): number {
  return (
    compareText(a.consumerName.toLowerCase(), b.consumerName.toLowerCase()) ||
    a.consumerVersionId - b.consumerVersionId
  );
}

const order = ['latest', 'branch', 'tag', 'allOfTag', 'deployed', 'released', 'environment'] as const;

/** The main branch comes last, unlike branches that are chosen by name. */
const rank = ({ kind, isMainBranch }: SelectionReason): number =>
  isMainBranch ? order.length : order.indexOf(kind);

/** The branch or tag that was asked for, be it that a fallback took its place. */
const nameAsked = ({ branch, missingTag, tag }: SelectionReason): string => branch ?? missingTag ?? tag ?? '';

/** A selector that names its consumer comes first. */
const compareConsumers = (a: SelectionReason, b: SelectionReason): number =>
  Number(a.consumer === undefined) - Number(b.consumer === undefined) ||
  compareText(a.consumer ?? '', b.consumer ?? '');

function compareReasons(a: SelectionReason, b: SelectionReason): number {
  return (
    rank(a) - rank(b) ||
    compareText(nameAsked(a), nameAsked(b)) ||
    (a.kind === 'allOfTag' ? compareConsumers(a, b) : 0) ||
    Number(a.environment?.production ?? false) - Number(b.environment?.production ?? false) ||
    compareText(a.environment?.name ?? '', b.environment?.name ?? '') ||
    a.version.id - b.version.id
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
