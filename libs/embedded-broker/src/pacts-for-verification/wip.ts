import type { Pending } from './pending.ts';
import { comparePublications, type SelectedPact } from './selected-pact.ts';
import type { WipCandidate } from './store.ts';

/** A pact in progress. */
export interface WipPact extends WipCandidate {
  /** The tags of the provider version for which it is in progress, where it has no branch. */
  readonly providerTags: readonly string[];
}

/**
 * The pacts in progress: newly published ones that nobody selected and that this branch (or a tag of it) has not yet
 * verified explicitly.
 * Source: docs/official-broker/pacts-for-verification.md#work-in-progress.
 * @param status whether it waits to be verified explicitly, per branch or tag of the provider version
 */
export function workInProgress(
  candidates: readonly WipCandidate[],
  selected: readonly SelectedPact[],
  status: (candidate: WipCandidate) => Pending,
): WipPact[] {
  const chosen = new Set(selected.map(({ publication }) => publication.pactVersionId));
  const open = candidates
    .filter(({ publication }) => !chosen.has(publication.pactVersionId))
    .map((candidate) => ({ ...candidate, status: status(candidate) }))
    .filter(({ status }) => status.pending);
  return [...Map.groupBy(open, ({ publication }) => publication.pactVersionId).values()]
    .map((group) => {
      const newest = group.at(-1) as (typeof open)[number];
      return {
        publication: newest.publication,
        branches: [...new Set(group.flatMap(({ branches }) => branches))],
        tags: [...new Set(group.flatMap(({ tags }) => tags))],
        providerTags: newest.status.tags,
      };
    })
    .toSorted((a, b) => comparePublications(a.publication, b.publication));
}
