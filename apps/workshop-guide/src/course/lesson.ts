/** How a task's command has to end for the task to count as done, or how it ends before the learner began. */
export interface ExpectedOutcome {
  /** Whether the command ends with exit code 0. */
  readonly passes: boolean;
  /** What its output (both streams, without colours) has to contain: passing or failing for another reason does not count. */
  readonly because: RegExp;
}

/** The command ends with exit code 0 and prints this. */
export const passes = (because: RegExp): ExpectedOutcome => ({ passes: true, because });

/** The command ends with another exit code, for this reason. */
export const fails = (because: RegExp): ExpectedOutcome => ({ passes: false, because });

/** One thing that a lesson asks for, and the command that tells whether it is done. */
export interface Task {
  /** Unique in the lesson, in kebab-case. */
  readonly id: string;
  /** What is reached when the task is done, as a sentence without a full stop. */
  readonly title: string;
  /** What the learner types in the playground, e.g. `make consumer`. */
  readonly command: string;
  /**
   * What the learner types before that, in this order, where a task asks for more than editing: deploying, publishing.
   * The guide tells the learner; only the course's own check runs these.
   */
  readonly runFirst?: readonly string[];
  /** How it ends with the lesson's start. */
  readonly before: ExpectedOutcome;
  /** How it ends with the solution of the task's stage. It may well be a failure: many a lesson ends red, on purpose. */
  readonly after: ExpectedOutcome;
  /** Files whose change can change the outcome (globs from the playground's root); by default all of `apps/`. */
  readonly dependsOn?: readonly string[];
  /**
   * For a command that does more than tell, such as one that deploys and records it: the guide runs it only when the
   * learner asks for a check, never because a file was saved.
   */
  readonly manual?: boolean;
  /** Seconds after which the command is stopped and the task counts as open, where the usual limit is too short. */
  readonly limitSeconds?: number;
  /** Folder of the lesson whose files the task is done with; `solution` by default. Stages come in the order of the tasks. */
  readonly stage?: string;
}

/** What a lesson is, beside its text (`README.md`) and its files (`start/`, `solution/` and the folders of other stages). */
export interface Lesson {
  readonly title: string;
  /** The one idea of the lesson, in a sentence. */
  readonly concept: string;
  /** What the learner is able to do afterwards, each beginning with a verb. */
  readonly objectives: readonly string[];
  /** How long it takes, in minutes. */
  readonly minutes: number;
  /**
   * Run once when the lesson is laid out, in the playground with the solution of the lesson before and nothing else: it
   * brings about what the lesson finds there, such as a release that is in production.
   */
  readonly prepare?: {
    /** What it brings about, in words for the learner who waits, as a sentence without a full stop. */
    readonly what: string;
    readonly command: string;
  };
  /** Files the learner edits (from the playground's root); each has a TODO marker in the start, unless it is to be created. */
  readonly edits: readonly string[];
  /** In the order in which they are done. */
  readonly tasks: readonly [Task, ...Task[]];
  /** Interactions in the pact once the lesson is solved; 0 where there is none yet. */
  readonly interactions: number;
  /** From gentle to explicit; the last one all but gives the solution. */
  readonly hints: readonly [string, ...string[]];
}
