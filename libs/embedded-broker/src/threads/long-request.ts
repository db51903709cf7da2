/** A request that a thread answers, as the broker got it. */
export interface LongRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  /** When the request was taken: ISO 8601, UTC. */
  readonly now: string;
}

/** A thread's answer. */
export interface LongAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array;
  /** Whether it has stored something. */
  readonly hasWritten: boolean;
}
