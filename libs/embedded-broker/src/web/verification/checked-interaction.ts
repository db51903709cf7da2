import type { InteractionSummary } from '../pact/interaction.ts';
import type { InteractionResult } from './interaction-result.ts';

/** An interaction of a pact with what a verifier said of it. */
export interface CheckedInteraction {
  readonly interaction: InteractionSummary;
  /** Undefined where the verifier says nothing of it. */
  readonly result: InteractionResult | undefined;
}

/**
 * Puts results to the interactions they are about: by the id that the broker gave, else by description and state.
 * Of several that fit, each interaction gets the first that is left. `others` are about none of them.
 */
export function checkedInteractions(
  interactions: readonly InteractionSummary[],
  results: readonly InteractionResult[],
): { readonly checked: readonly CheckedInteraction[]; readonly others: readonly InteractionResult[] } {
  // A large pact has thousands of both, so none is looked for among all: each kind of result waits in its own line.
  const places = new Map(results.map((result, place) => [result, place] as const));
  const lines = new Map([...Map.groupBy(results, keyOf)].map(([key, line]) => [key, line.values()] as const));
  const heads = new Map([...lines].map(([key, line]) => [key, line.next().value] as const));
  const left = new Set(results);
  const placeOf = (key: string) => places.get(heads.get(key) as InteractionResult) ?? Infinity;
  const checked = interactions.map((interaction) => {
    const key = keysOf(interaction).reduce((best, one) => (placeOf(one) < placeOf(best) ? one : best));
    const result = heads.get(key);
    if (result) {
      left.delete(result);
      heads.set(key, lines.get(key)?.next().value);
    }
    return { interaction, result };
  });
  return { checked, others: [...left] };
}

/** What a result says of the interaction that it is about. */
function keyOf({ interactionId, description, state }: InteractionResult): string {
  const hasId = interactionId !== undefined && interactionId !== '';
  return JSON.stringify(hasId ? [interactionId] : [description, state ?? null]);
}

/** What results about an interaction may say: its id, or its description with one of its states or none. */
function keysOf({ id, description, states }: InteractionSummary): string[] {
  const named = [null, ...states.map(({ name }) => name)].map((state) => [description, state]);
  return [[id], ...named].map((key) => JSON.stringify(key));
}
