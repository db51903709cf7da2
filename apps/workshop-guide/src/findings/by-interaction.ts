import { comparisonOf, type Comparison, type Mismatch } from './comparison.ts';

/** The mismatches in one interaction of the contract. */
export interface InteractionFindings {
  readonly interaction: string;
  readonly states: readonly string[];
  readonly mismatches: readonly Comparison[];
}

/** Groups mismatches by interaction, in their order. */
export function byInteraction(mismatches: readonly Mismatch[]): InteractionFindings[] {
  const groups = new Map<string, InteractionFindings & { mismatches: Comparison[] }>();
  for (const mismatch of mismatches) {
    const { interaction, states } = mismatch;
    const key = JSON.stringify([interaction, states]);
    const group = groups.get(key) ?? { interaction, states, mismatches: [] };
    group.mismatches.push(comparisonOf(mismatch));
    groups.set(key, group);
  }
  return [...groups.values()];
}
