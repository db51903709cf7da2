import type { Course, CourseStep, InteractionRun } from '../course.ts';
import type { StateFailure } from '../errors.ts';
import { inTime } from '../in-time.ts';
import type { ChangeState, Hook, StateChange } from './state-handlers.ts';

export interface StateChangeOptions {
  readonly changeState: ChangeState;
  readonly beforeEach?: Hook | undefined;
  readonly afterEach?: Hook | undefined;
  /** Timeout of a handler or hook. */
  readonly timeoutMs: number;
}

/**
 * Performs the native verifier's requests around each interaction: hooks, states, and a check that the states returned
 * all values that the contract takes from them. Without a value, the verifier would send the contract's example.
 */
export class StateChanges {
  /** All failures so far. */
  readonly failures: StateFailure[] = [];
  private readonly course: Course;
  private readonly options: StateChangeOptions;

  constructor(course: Course, options: StateChangeOptions) {
    this.course = course;
    this.options = options;
  }

  /**
   * @returns JSON text of the values that the state returned
   * @throws the error of a handler or hook, which is also in `failures`
   */
  async change(change: StateChange): Promise<string> {
    const step = this.course.step(change.state, change.action);
    return change.action === 'setup' ? this.setUp(step, change) : this.tearDown(step, change);
  }

  private async setUp({ run, isFirst, isLast }: CourseStep, change: StateChange): Promise<string> {
    const { state, params } = change;
    let values = '{}';
    if (isFirst) await this.attempt(run, { state: '', action: 'beforeEach' }, this.options.beforeEach);
    if (run.failures.length === 0) {
      await this.attempt(run, { state, action: 'setup' }, async () => {
        const answer = await this.options.changeState(change);
        values = answer.text;
        run.setUp.push({ state, params });
        for (const name of [...Object.keys(params), ...answer.names]) run.values.add(name);
      });
    }
    if (isLast && run.failures.length === 0) {
      await this.attempt(run, { state, action: 'setup' }, () => refuseMissingValues(run));
    }
    if (isLast && run.failures.length > 0) await this.undo(run);
    return answerFor(run, values);
  }

  private async tearDown({ run, isLast }: CourseStep, change: StateChange): Promise<string> {
    const { state } = change;
    await this.attempt(run, { state, action: 'teardown' }, () => this.options.changeState(change));
    if (isLast) await this.attempt(run, { state: '', action: 'afterEach' }, this.options.afterEach);
    return answerFor(run, '{}');
  }

  /** The native verifier requests no teardown after a failed setup. */
  private async undo(run: InteractionRun): Promise<void> {
    for (const { state, params } of run.setUp) {
      const text = JSON.stringify({ action: 'teardown', params, state });
      await this.attempt(run, { state, action: 'teardown' }, () =>
        this.options.changeState({ state, params, action: 'teardown', text }),
      );
    }
    await this.attempt(run, { state: '', action: 'afterEach' }, this.options.afterEach);
  }

  private async attempt(
    run: InteractionRun,
    what: Pick<StateFailure, 'state' | 'action'>,
    work: (() => unknown) | undefined,
  ): Promise<void> {
    if (!work) return;
    try {
      await inTime(work, this.options.timeoutMs);
    } catch (error) {
      const failure = { ...what, interaction: run.interaction.description, error };
      this.failures.push(failure);
      run.failures.push(failure);
    }
  }
}

function answerFor({ failures }: InteractionRun, values: string): string {
  if (failures.length > 0) throw new Error('a state handler or hook failed');
  return values;
}

function refuseMissingValues({ interaction, values }: InteractionRun): void {
  const missing = interaction.stateValues.filter((name) => !values.has(name));
  if (missing.length === 0) return;
  const names = missing.map((name) => `"${name}"`).join(', ');
  throw new Error(`the contract takes ${names} from its provider states, and no handler returned it`);
}
