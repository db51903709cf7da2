import type { StateFailure } from './errors.ts';
import type { PlannedInteraction } from './plan/index.ts';
import type { Exchange } from './provider/exchange.ts';

/** What became of one interaction, as seen from between the native verifier and the provider. */
export interface InteractionRun {
  readonly interaction: PlannedInteraction;
  /** States that were set up, in their order, each with the parameters that it was given. */
  readonly setUp: { readonly state: string; readonly params: Readonly<Record<string, unknown>> }[];
  /** Names of the values that the states gave, or that the contract gives as their parameters. */
  readonly values: Set<string>;
  /** What went wrong in its state handlers and hooks. */
  readonly failures: StateFailure[];
  /** What the request filter did wrong: whatever the verifier found is worth nothing. */
  spoiled: string | undefined;
  /** Why there was no answer, where the verifier only knows that its connection broke off. */
  unanswered: string | undefined;
  /** What went to and fro. With redirects that are followed, the last. */
  exchange: Exchange | undefined;
}

/** A state change and its place in its interaction. */
export interface CourseStep {
  readonly run: InteractionRun;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/**
 * Follows the native verifier from interaction to interaction. It runs them one by one, in the order of the documents:
 * the setups of all states (one with an empty name where there is none), the request, and the teardowns; nothing more
 * when a setup failed (pact_verifier 1.4, `verify_interaction`).
 */
export class Course {
  readonly runs: InteractionRun[] = [];
  /** What did not fit: from there on nothing is known. */
  lost: string | undefined;
  private readonly interactions: readonly PlannedInteraction[];
  private setups = 0;
  private teardowns = 0;

  constructor(interactions: readonly PlannedInteraction[]) {
    this.interactions = interactions;
  }

  /** The interaction under way; undefined before the first. */
  get current(): InteractionRun | undefined {
    return this.runs.at(-1);
  }

  /**
   * Takes note of a state change.
   * @throws Error when it is not the one that is due, so that nothing is said of the wrong interaction
   */
  step(state: string, action: 'setup' | 'teardown'): CourseStep {
    const isNext = action === 'setup' && this.setups === namesOf(this.current).length;
    const run = isNext ? this.begin() : this.current;
    const states = namesOf(run);
    const place = action === 'setup' ? this.setups++ : this.teardowns++;
    if (!run || states[place] !== state) {
      this.lost ??= `it asked for the ${action} of "${state}", which was not due`;
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

/** The states whose changes are asked for. */
function namesOf(run: InteractionRun | undefined): readonly string[] {
  if (!run) return [];
  const names = run.interaction.states.map(({ name }) => name);
  return names.length > 0 ? names : [''];
}
