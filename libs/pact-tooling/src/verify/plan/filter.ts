import type { PactInteraction } from '../../pact/index.ts';

/** Chooses interactions that match all given criteria. A text must be equal, a pattern must be found. */
export interface InteractionFilter {
  /** The description in the contract. */
  readonly description?: string | RegExp | undefined;
  /** One of the provider states; `false` chooses interactions without any. */
  readonly state?: string | RegExp | false | undefined;
  /** The consumer's name; of a list, one of its texts. */
  readonly consumer?: string | RegExp | readonly string[] | undefined;
}

/** Whether the filter chooses an interaction; without a filter, all are chosen. */
export function isChosen(
  filter: InteractionFilter | undefined,
  consumer: string,
  { description, states }: Pick<PactInteraction, 'description' | 'states'>,
): boolean {
  const { description: wanted, state, consumer: consumers } = filter ?? {};
  return (
    (wanted === undefined || fits(wanted, description)) &&
    (state !== false || states.length === 0) &&
    (state === undefined || state === false || states.some(({ name }) => fits(state, name))) &&
    (consumers === undefined || [consumers].flat().some((one: string | RegExp) => fits(one, consumer)))
  );
}

/** Whether the filter may exclude a part of a contract, not only whole contracts. */
export function dividesContracts({ description, state }: InteractionFilter = {}): boolean {
  return description !== undefined || state !== undefined;
}

/** `search` ignores the state of a pattern with the flag `g` or `y`. */
function fits(wanted: string | RegExp, text: string): boolean {
  return typeof wanted === 'string' ? wanted === text : text.search(wanted) !== -1;
}
