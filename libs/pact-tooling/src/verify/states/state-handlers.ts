/** Values for the verifier to put into the request, where the contract asks for them from a state. */
export type StateValues = Readonly<Record<string, unknown>>;

/** Brings the provider into a state; the parameters are those of the contract. */
export type StateFunction = (
  parameters: Readonly<Record<string, unknown>>,
) => Promise<StateValues | void> | StateValues | void;

/** What to do for a state; `teardown` runs after its interaction. */
export type StateHandler =
  StateFunction | { readonly setup?: StateFunction; readonly teardown?: StateFunction };

export type StateHandlers = Readonly<Record<string, StateHandler>>;

/** What runs around every interaction, with or without provider states. One that throws fails its interaction. */
export type Hook = () => Promise<unknown> | void;

/** A state change, as Pact's verifiers ask for it. */
export interface StateChange {
  /** Empty for an interaction without states. */
  readonly state: string;
  readonly action: 'setup' | 'teardown';
  readonly params: Readonly<Record<string, unknown>>;
  /** The request for it as it was sent, numbers as they are spelled. */
  readonly text: string;
}

/** What a state change gave: JSON text of an object, and the names in it. */
export interface StateAnswer {
  readonly text: string;
  readonly names: readonly string[];
}

/** Carries a state change out. */
export type ChangeState = (change: StateChange) => Promise<StateAnswer>;

export const noValues: StateAnswer = { text: '{}', names: [] };

/** State changes by functions. A state that has none is refused before the verification, by `refuseUnhandled`. */
export function byHandlers(handlers: StateHandlers): ChangeState {
  return async ({ state, action, params }) => {
    const handler = Object.hasOwn(handlers, state) ? handlers[state] : undefined;
    if (handler === undefined) return noValues;
    const work = typeof handler === 'function' ? { setup: handler }[action as 'setup'] : handler[action];
    const values = (await work?.(params)) ?? {};
    return { text: JSON.stringify(values), names: Object.keys(values) };
  };
}
