/** A failure that a user of the tooling can cause or has to know about. Its message says what, where and what to do. */
export class PactToolingError extends Error {
  override get name(): string {
    return this.constructor.name;
  }
}
