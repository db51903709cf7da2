import { defaultValues, type Values } from './definitions.ts';

/** What keeps a client from holding the broker up. Times are in milliseconds, sizes in bytes. */
export type Limits = Readonly<ReturnType<typeof limitsOf>>;

/** The limits that the settings ask for. */
export const limitsOf = (values: Values) => ({
  /** The largest body. */
  maxBody: values.maxBodySize * 1024 * 1024,
  /** How long a client that sends too much may take to notice the refusal. */
  lingerTimeout: 2_000,
  /** How long a request may take to arrive, and its headers alone. */
  requestTimeout: values.requestTimeout * 1000,
  headersTimeout: values.headersTimeout * 1000,
  /** How long an idle connection stays open. */
  keepAliveTimeout: values.keepAliveTimeout * 1000,
  /** How long requests under way may take to finish when the broker closes. */
  shutdownTimeout: values.shutdownTimeout * 1000,
});

export const defaultLimits = limitsOf(defaultValues);
