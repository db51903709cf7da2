/** What keeps a client from holding the broker up. Times are in milliseconds. */
export interface Limits {
  /** The largest body, in bytes. */
  readonly maxBody: number;
  /** How long a client that sends too much may take to notice the refusal. */
  readonly lingerTimeout: number;
  /** How long a request may take to arrive, and its headers alone. */
  readonly requestTimeout: number;
  readonly headersTimeout: number;
  /** How long an idle connection stays open. */
  readonly keepAliveTimeout: number;
  /** How long requests under way may take to finish when the broker closes. */
  readonly shutdownTimeout: number;
}

export const defaultLimits: Limits = {
  maxBody: 50 * 1024 * 1024,
  lingerTimeout: 2_000,
  requestTimeout: 60_000,
  headersTimeout: 20_000,
  keepAliveTimeout: 20_000,
  shutdownTimeout: 10_000,
};
