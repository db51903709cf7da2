/** Values for the request, if the contract takes them from a state. */
export type StateValues = Readonly<Record<string, unknown>>;

/** Sets the provider up for a state; the parameters are those of the contract. */
export type StateFunction = (
  parameters: Readonly<Record<string, unknown>>,
) => Promise<StateValues | void> | StateValues | void;

/** A function that sets a state up, or two functions for before and after its interaction. */
export type StateHandler =
  | StateFunction
  | {
      /** Runs before the interaction. */
      readonly setup?: StateFunction;
      /** Runs after the interaction, if the setup succeeded. */
      readonly teardown?: StateFunction;
    };

/** A handler for each provider state, by its name in the contract. */
export type StateHandlers = Readonly<Record<string, StateHandler>>;

/**
 * A function that runs around every interaction, with or without provider states. If it throws, the interaction fails.
 */
export type Hook = () => Promise<unknown> | void;

/** A state change as Pact's verifiers request it. */
export interface StateChange {
  /** Empty for an interaction without states. */
  readonly state: string;
  readonly action: 'setup' | 'teardown';
  readonly params: Readonly<Record<string, unknown>>;
  /** The unchanged text of the request. */
  readonly text: string;
}

/** The values of a state change: JSON text of an object, and its names. */
export interface StateAnswer {
  readonly text: string;
  readonly names: readonly string[];
}

/** Performs a state change. */
export type ChangeState = (change: StateChange) => Promise<StateAnswer>;

export const noValues: StateAnswer = { text: '{}', names: [] };

/** State changes by functions. `refuseUnhandled` refuses a state without a function before the verification. */
export function byHandlers(handlers: StateHandlers): ChangeState {
  return async ({ state, action, params }) => {
    const handler = Object.hasOwn(handlers, state) ? handlers[state] : undefined;
    if (handler === undefined) return noValues;
    const work = typeof handler === 'function' ? { setup: handler }[action as 'setup'] : handler[action];
    const values = (await work?.(params)) ?? {};
    return { text: JSON.stringify(values), names: Object.keys(values) };
  };
}
