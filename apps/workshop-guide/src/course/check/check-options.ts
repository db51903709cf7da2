/** Options to follow and to stop a check. */
export interface CheckOptions {
  readonly signal?: AbortSignal | undefined;
  /** Receives a description of the command that is run. */
  readonly onProgress?: ((what: string) => void) | undefined;
}
