import type { Transport } from './options.ts';
import type { Plan } from './plan/index.ts';

/** Transports that no plugin brings. */
export const ownTransports: readonly string[] = ['http', 'https', 'message', 'async-message', 'sync-message'];

/**
 * Where the native verifier finds what is not asked for at the provider's address: plugins' transports where the
 * options say, and messages at our own server, under whatever transport a contract gives them.
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
