import type { InteractionSummary } from '../pact/interaction.ts';
import type { InteractionResult } from './test-results.ts';

/** An interaction of a pact with what a verifier said of it. */
export interface CheckedInteraction {
  readonly interaction: InteractionSummary;
  /** Undefined where the verifier says nothing of it. */
  readonly result: InteractionResult | undefined;
}

/** Puts results to the interactions they are about. `others` are about none of them. */
export function checkedInteractions(
  interactions: readonly InteractionSummary[],
  results: readonly InteractionResult[],
): { readonly checked: readonly CheckedInteraction[]; readonly others: readonly InteractionResult[] } {
  const left = new Set(results);
  const checked = interactions.map((interaction) => {
    const result = results.find((one) => left.has(one) && isAbout(one, interaction));
    if (result) left.delete(result);
    return { interaction, result };
  });
  return { checked, others: [...left] };
}

function isAbout(
  { interactionId, description, state }: InteractionResult,
  interaction: InteractionSummary,
): boolean {
  if (interactionId !== undefined && interactionId !== '') return interactionId === interaction.id;
  if (description !== interaction.description) return false;
  return state === undefined || interaction.states.some(({ name }) => name === state);
}
