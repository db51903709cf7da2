/** A mismatch with the contract, as Pact prints it. */
export interface ShownMismatch {
  /** Description of the interaction, or its request where the description is not known. */
  readonly interaction: string;
  readonly states: readonly string[];
  /** The whole sentence. */
  readonly description: string;
  /** Path in the body, or name of the header; undefined when the sentence has neither. */
  readonly path: string | undefined;
  /** The value in the contract; undefined when the sentence has no pair of values. */
  readonly expected: string | undefined;
  readonly actual: string | undefined;
}
