import type { StateFailure } from './errors.ts';
import type { PlannedInteraction } from './plan/index.ts';
import type { Exchange } from './provider/exchange.ts';

/** The run of one interaction, as seen between the native verifier and the provider. */
export interface InteractionRun {
  readonly interaction: PlannedInteraction;
  /** States that were set up, in their order, with their parameters. */
  readonly setUp: { readonly state: string; readonly params: Readonly<Record<string, unknown>> }[];
  /** Names of the values that the states returned, or that the contract has as their parameters. */
  readonly values: Set<string>;
  /** Failures of its state handlers and hooks. */
  readonly failures: StateFailure[];
  /** A failure of the request filter, which makes the verifier's result invalid. */
  spoiled: string | undefined;
  /** Why there was no answer; the verifier only knows that its connection broke. */
  unanswered: string | undefined;
  /** The request and the answer; the last ones, if redirects are followed. */
  exchange: Exchange | undefined;
}

/** A state change and its place in its interaction. */
export interface CourseStep {
  readonly run: InteractionRun;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/**
 * Follows the native verifier from interaction to interaction. The verifier runs them one by one, in the order of the
 * documents: the setups of all states (without states, one with an empty name), the request, and the teardowns; nothing
 * more after a failed setup (pact_verifier 1.4, `verify_interaction`).
 */
export class Course {
  readonly runs: InteractionRun[] = [];
  /** The first event out of order: afterwards the run is unknown. */
  lost: string | undefined;
  private readonly interactions: readonly PlannedInteraction[];
  private setups = 0;
  private teardowns = 0;

  constructor(interactions: readonly PlannedInteraction[]) {
    this.interactions = interactions;
  }

  /** The running interaction; undefined before the first. */
  get current(): InteractionRun | undefined {
    return this.runs.at(-1);
  }

  /**
   * Records a state change.
   * @throws Error if it is not the expected one, as it would belong to another interaction
   */
  step(state: string, action: 'setup' | 'teardown'): CourseStep {
    const isNext = action === 'setup' && this.setups === namesOf(this.current).length;
    const run = isNext ? this.begin() : this.current;
    const states = namesOf(run);
    const place = action === 'setup' ? this.setups++ : this.teardowns++;
    if (!run || states[place] !== state) {
      this.lost ??= `it asked for the ${action} of "${state}", which was not expected`;
      throw new Error(this.lost);
    }
    return { run, isFirst: place === 0, isLast: place === states.length - 1 };
  }

  private begin(): InteractionRun | undefined {
    const interaction = this.interactions[this.runs.length];
    if (!interaction) return undefined;
    this.setups = 0;
    this.teardowns = 0;
    const run: InteractionRun = {
      interaction,
      setUp: [],
      values: new Set(),
      failures: [],
      spoiled: undefined,
      unanswered: undefined,
      exchange: undefined,
    };
    this.runs.push(run);
    return run;
  }
}

/** The states whose changes the verifier requests. */
function namesOf(run: InteractionRun | undefined): readonly string[] {
  if (!run) return [];
  const names = run.interaction.states.map(({ name }) => name);
  return names.length > 0 ? names : [''];
}
