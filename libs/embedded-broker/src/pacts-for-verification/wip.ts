import { comparePublications, type SelectedPact } from './selected-pact.ts';
import type { SuccessFacts, WipCandidate } from './store.ts';

/**
 * The pacts in progress: newly published ones that nobody selected and that this branch (or a tag of it) has not yet
 * verified explicitly.
 * Source: docs/official-broker/pacts-for-verification.md#work-in-progress.
 * @param verified what was explicitly verified, per branch or tag of the provider version
 */
export function workInProgress(
  candidates: readonly WipCandidate[],
  selected: readonly SelectedPact[],
  verified: (candidate: WipCandidate) => readonly SuccessFacts[],
): WipCandidate[] {
  const chosen = new Set(selected.map(({ publication }) => publication.pactVersionId));
  const open = candidates.filter(
    (candidate) =>
      !chosen.has(candidate.publication.pactVersionId) &&
      verified(candidate).some((facts) => !facts.onIt && !facts.elsewhereBefore),
  );
  return [...Map.groupBy(open, ({ publication }) => publication.pactVersionId).values()]
    .map((group) => {
      const newest = group.at(-1) as WipCandidate;
      return {
        publication: newest.publication,
        branches: [...new Set(group.flatMap(({ branches }) => branches))],
        tags: [...new Set(group.flatMap(({ tags }) => tags))],
      };
    })
    .toSorted((a, b) => comparePublications(a.publication, b.publication));
}
