/** A difference between a contract and what was done, as Pact prints it. */
export interface ShownMismatch {
  /** Description of the interaction; of its request where only that is known. */
  readonly interaction: string;
  readonly states: readonly string[];
  /** The whole sentence. */
  readonly description: string;
  /** Where in the body, or which header; undefined when the sentence does not say. */
  readonly path: string | undefined;
  /** What the contract has; undefined when the sentence has no pair of values. */
  readonly expected: string | undefined;
  readonly actual: string | undefined;
}
