import type { Transport } from './options.ts';
import type { Plan } from './plan/index.ts';

/** Transports that do not belong to a plugin. */
export const ownTransports: readonly string[] = ['http', 'https', 'message', 'async-message', 'sync-message'];

/**
 * The transports for the native verifier: those of plugins as given in the options, and our own server for messages of
 * any transport.
 */
export function transportsFor(
  { interactions }: Plan,
  given: readonly Transport[],
  messages: Pick<Transport, 'port' | 'path'>,
): Transport[] {
  const named = interactions
    .filter(({ kind }) => kind !== 'http')
    .flatMap(({ transport }) => transport ?? [])
    .filter((name) => given.every(({ protocol }) => protocol !== name));
  const protocols = new Set(['message', 'async-message', 'sync-message', ...named]);
  return [...given, ...[...protocols].map((protocol) => ({ protocol, ...messages }))];
}
