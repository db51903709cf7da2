import type { Publication } from '../pacts/index.ts';
import type { Pending } from './pending.ts';
import type { SelectedPact } from './selected-pact.ts';
import type { WipCandidate } from './wip-store.ts';

/** A pact in progress, and the branches and tags that its content is the newest of. */
export interface PactInProgress {
  readonly publication: Publication;
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  /** The tags of the provider version for which it is in progress, where it has no branch. */
  readonly providerTags: readonly string[];
}

/**
 * The contents in progress: newly published ones that nobody selected and that this branch (or a tag of it) has not yet
 * verified explicitly.
 * Source: docs/official-broker/pacts-for-verification.md#work-in-progress.
 * @param status whether a content waits to be verified explicitly
 */
export function contentsInProgress(
  contents: readonly number[],
  selected: readonly SelectedPact[],
  status: (pactVersionId: number) => Pending,
): number[] {
  const chosen = new Set(selected.map(({ publication }) => publication.pactVersionId));
  return contents.filter((id) => !chosen.has(id) && status(id).pending);
}

/** The candidates of each content as one, under the newest version of them. */
export function mergeCandidates(candidates: readonly WipCandidate[]): WipCandidate[] {
  return [...Map.groupBy(candidates, ({ pactVersionId }) => pactVersionId).values()].map((group) => ({
    ...(group.at(-1) as WipCandidate),
    branches: [...new Set(group.flatMap(({ branches }) => branches))],
    tags: [...new Set(group.flatMap(({ tags }) => tags))],
  }));
}
