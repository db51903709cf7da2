import type { ExpectedInteraction, Mistake, Probe, Refusal } from './answers.ts';

/** How a task's command has to end for the task to count as done, or how it ends with the start of the lesson. */
export interface ExpectedOutcome {
  /** Whether the command ends with exit code 0. */
  readonly passes: boolean;
  /**
   * What the output (both streams, without colours) has to contain, so that the command does not count for another
   * reason.
   */
  readonly because: RegExp;
}

/** The command ends with exit code 0, and its output contains this. */
export const passes = (because: RegExp): ExpectedOutcome => ({ passes: true, because });

/** The command ends with another exit code, and its output contains this. */
export const fails = (because: RegExp): ExpectedOutcome => ({ passes: false, because });

/** One goal of a lesson, and the command that shows whether it is reached. */
export interface Task {
  /** Unique in the lesson, in kebab-case. */
  readonly id: string;
  /** The state that is reached when the task is done, as a sentence without a full stop. */
  readonly title: string;
  /** The command that the learner runs in the playground, e.g. `make consumer`. */
  readonly command: string;
  /**
   * Commands that the learner runs first, in this order, where a task needs more than edits, such as a publication. The
   * guide shows them; only the check of the course runs them.
   */
  readonly runFirst?: readonly string[];
  /** How the command ends with the start of the lesson. */
  readonly before: ExpectedOutcome;
  /** How the command ends with the solution of the task's stage. Some lessons end with a failure on purpose. */
  readonly after: ExpectedOutcome;
  /** Files that affect the outcome (globs from the playground's root); by default all of `apps/`. */
  readonly dependsOn?: readonly string[];
  /**
   * For a command with side effects, such as a deployment that is recorded: the guide runs it only when the learner
   * requests a check, never after a save.
   */
  readonly manual?: boolean;
  /** Whether the contract has to be the one that is due with the solution (`contract`) when the command has ended. */
  readonly writesContract?: boolean;
  /** Mistakes that the output of the command tells. The first one that is found is named to the learner. */
  readonly mistakes?: readonly Mistake[];
  /** Runs of tests that look closer at an answer whose command ended as it should. */
  readonly probes?: readonly Probe[];
  /** Seconds after which the command is stopped and the task counts as open, where the default limit is too short. */
  readonly limitSeconds?: number;
  /**
   * Folder of the lesson with the files that solve the task; `solution` by default. Stages come in the order of the
   * tasks.
   */
  readonly stage?: string;
}

/**
 * The manifest of a lesson. Its text is in `README.md`, its files are in `start/`, `solution/` and the folders of other
 * stages.
 */
export interface Lesson {
  readonly title: string;
  /** The one idea of the lesson, in a sentence. */
  readonly concept: string;
  /** What the learner can do afterwards; each begins with a verb. */
  readonly objectives: readonly string[];
  /** Duration in minutes. */
  readonly minutes: number;
  /**
   * A command that is run once when the lesson is laid out, in the playground with the solution of the previous lesson.
   * It creates a state that the lesson starts from, such as a release in production.
   */
  readonly prepare?: {
    /** The state that the command creates, shown to the learner, as a sentence without a full stop. */
    readonly what: string;
    readonly command: string;
  };
  /**
   * Files that the learner edits (from the playground's root). Each has a TODO marker in the start, unless the learner
   * creates it.
   */
  readonly edits: readonly string[];
  /**
   * Whether the lesson goes on where the project's own services end: the solution of the last lesson without this equals
   * the project's `apps/`.
   */
  readonly beyondTheProject?: boolean;
  /** In the order in which they are done. */
  readonly tasks: readonly [Task, ...Task[]];
  /** The interactions in the pacts of the solution; none when there is no pact yet. */
  readonly contract: readonly ExpectedInteraction[];
  /** From general to specific; the last one almost gives the solution. */
  readonly hints: readonly [string, ...string[]];
  /**
   * What wrong answers get: by the name of a patch in `wrong/`, of the files that solve the task's stage. At least two,
   * the commonest mistakes.
   */
  readonly wrong?: Readonly<Record<string, Refusal>>;
  /**
   * The stage of an answer in `also-right/`, by the name of its patch, where it is not `solution`. Those answers are
   * solutions that are written in another way.
   */
  readonly alsoRightAt?: Readonly<Record<string, string>>;
}
