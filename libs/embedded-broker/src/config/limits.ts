import { defaultValues, type Values } from './definitions.ts';

/**
 * What keeps a client from holding the broker up. Times are in milliseconds, sizes in bytes.
 * @interface
 */
export type Limits = Readonly<ReturnType<typeof limitsOf>>;

/** The limits that the settings ask for. */
export const limitsOf = (values: Values) => ({
  /** The largest body of a request; 50 MB by default. */
  maxBody: values.maxBodySize * 1024 * 1024,
  /** How long a client that sends too much may take to notice the refusal; 2 s by default. */
  lingerTimeout: 2_000,
  /** How long a request may take to arrive; 60 s by default. */
  requestTimeout: values.requestTimeout * 1000,
  /** How long its headers may take; 20 s by default. */
  headersTimeout: values.headersTimeout * 1000,
  /** How long an idle connection stays open; 20 s by default. */
  keepAliveTimeout: values.keepAliveTimeout * 1000,
  /** How long requests under way may take to finish when the broker closes; 10 s by default. */
  shutdownTimeout: values.shutdownTimeout * 1000,
});

export const defaultLimits = limitsOf(defaultValues);
