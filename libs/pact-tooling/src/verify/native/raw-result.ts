/** The used part of the JSON that the native verifier returns (pact_verifier 1.4, `VerificationExecutionResult`). */
export interface RawResult {
  readonly result: boolean;
  readonly interactionResults: readonly RawInteraction[];
  readonly errors: readonly RawError[];
  readonly output: readonly string[];
}

export interface RawInteraction {
  readonly description: string;
  readonly result: string;
  /** E.g. `8ms`. */
  readonly duration?: string;
  readonly mismatch?: {
    readonly message?: string;
    readonly mismatches?: readonly RawMismatch[];
  };
}

export interface RawMismatch {
  readonly type?: string;
  readonly mismatch?: string;
  readonly path?: string;
  /** Name of a header or of metadata. */
  readonly key?: string;
  /** Name in the query. */
  readonly parameter?: string;
  readonly expected?: unknown;
  readonly actual?: unknown;
}

/** An error of a pact as a whole, e.g. one that could not be loaded. */
export interface RawError {
  readonly interaction?: string;
  readonly mismatch?: { readonly message?: string };
}

/**
 * Reads the native verifier's result.
 * @returns undefined if the text is not a result
 */
export function parseRawResult(text: string): RawResult | undefined {
  try {
    const raw = JSON.parse(text) as Partial<RawResult> | null;
    const { result, interactionResults, errors = [], output = [] } = raw ?? {};
    if (typeof result !== 'boolean' || !Array.isArray(interactionResults)) return undefined;
    return { result, interactionResults, errors, output };
  } catch {
    return undefined;
  }
}
