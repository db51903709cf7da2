/** An interaction that the contract has when a lesson is done. Description and states are its name. */
export interface ExpectedInteraction {
  /** Name of the consumer. The interaction is due where there is a pact of this consumer; without a name, always. */
  readonly consumer?: string;
  readonly description: string;
  readonly states: readonly string[];
  /** Method and path, e.g. `GET /users`; none for a message. */
  readonly request?: string;
  /** Whether the request has a header `Authorization`; not compared by default. */
  readonly authorized?: boolean;
  /** Status of the response; none for a message. */
  readonly status?: number;
  /** Paths in the response's body (or the message's content) whose value a matcher leaves open, e.g. `$.username`. */
  readonly open?: readonly string[];
}

/** A mistake that the output of a task's command tells. */
export interface Mistake {
  /** What the output (both streams, without colours) contains when the mistake was made. */
  readonly output: RegExp;
  /** What helps the learner, as a sentence. */
  readonly says: string;
}

/**
 * A run of one test file in a copy of the playground with other files: the learner's test with a client that is wrong,
 * or the learner's client with a test that is not shown.
 */
export interface Probe {
  /** Folder in the lesson's `probes/` with the files that are laid over the copy. */
  readonly name: string;
  /** The test file, from the root of the playground. */
  readonly test: string;
  /** Whether the file's tests all pass (`green`), or at least one fails (`red`), where the answer is right. */
  readonly ends: 'green' | 'red';
  /** What helps the learner when it ends otherwise, as a sentence. */
  readonly says: string;
}

/** What a wrong answer gets. */
export interface Refusal {
  /** Id of the task that is not done with it. */
  readonly task: string;
  /** What the learner reads (a part of it is enough). */
  readonly says: string;
}
