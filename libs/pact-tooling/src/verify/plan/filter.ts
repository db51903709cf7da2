import type { PactInteraction } from '../../pact/index.ts';

/** Chooses interactions: all that is given must fit. A text has to be equal, a pattern has to be found. */
export interface InteractionFilter {
  readonly description?: string | RegExp | undefined;
  /** One of the provider states; `false` chooses interactions without any. */
  readonly state?: string | RegExp | false | undefined;
  readonly consumer?: string | RegExp | readonly string[] | undefined;
}

/** Whether the filter leaves an interaction in. Without a filter it does. */
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

/** Whether the filter may leave out a part of a contract, not whole contracts only. */
export function dividesContracts({ description, state }: InteractionFilter = {}): boolean {
  return description !== undefined || state !== undefined;
}

/** A pattern with a state of its own (`g`, `y`) is asked from its beginning. */
function fits(wanted: string | RegExp, text: string): boolean {
  return typeof wanted === 'string' ? wanted === text : text.search(wanted) !== -1;
}
