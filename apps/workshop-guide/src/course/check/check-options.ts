/** How a check is followed, and stopped. */
export interface CheckOptions {
  readonly signal?: AbortSignal | undefined;
  /** Is told what is being run. */
  readonly onProgress?: ((what: string) => void) | undefined;
}
