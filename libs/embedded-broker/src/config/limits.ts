import { availableParallelism } from 'node:os';
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
  /**
   * How many threads answer what takes long, so that everything else is answered meanwhile; by default as many as the
   * machine can run beside the broker, at most two, since each takes memory. With 0, nobody is answered meanwhile.
   */
  threads: Math.min(2, Math.max(1, availableParallelism() - 1)),
  /** How long requests under way may take to finish when the broker closes; 10 s by default. */
  shutdownTimeout: values.shutdownTimeout * 1000,
});

export const defaultLimits = limitsOf(defaultValues);
