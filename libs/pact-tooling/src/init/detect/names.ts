import { posix } from 'node:path';
import type { Repository } from '../repository.ts';
import type { Call } from './calls.ts';
import type { ClientUse } from './client-use.ts';

/** The service's name in contracts: that of its package, without the scope. */
export const ownName = ({ manifest, folder }: Repository): string =>
  manifest.name?.replace(/^@[^/]+\//, '') ?? folder;

/** The provider's name, from the variable with its address or from the file of the client: a guess, which is told. */
export function providerName(call: Call | undefined, use: ClientUse | undefined): string {
  const variable = use?.variable?.replace(/_?(BASE|API)?_?(URL|HOST|ORIGIN|ENDPOINT|API|BASE)$/, '') ?? '';
  const file = call
    ? posix
        .basename(call.file)
        .replace(/\.\w+$/, '')
        .replace(/[-.]?(client|api|gateway)$/i, '')
    : '';
  return (
    variable.toLowerCase().replaceAll('_', '-') ||
    (/^(index|main|app|client|)$/.test(file) ? 'provider' : file)
  );
}
