/**
 * A failure that a user of the tooling can cause or has to know about. Its message says what, where and what to do. All
 * error classes of the tooling extend it.
 */
export class PactToolingError extends Error {
  /** Name of the class. */
  override get name(): string {
    return this.constructor.name;
  }
}
