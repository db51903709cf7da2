import { isLocal } from '@pact-workshop/broker-client';
import { getProxyForUrl } from 'proxy-from-env';
import { VerificationOptionsError } from '../errors.ts';

/**
 * Node sends requests through the environment's proxy from 22.21 and 24.5 on. Before, they would go to the provider
 * directly.
 * @param flags the options that this Node knows
 * @throws VerificationOptionsError if the environment names a proxy for the provider, and this Node can't use it
 */
export function refuseUnusableProxy(
  baseUrl: string,
  flags: ReadonlySet<string> = process.allowedNodeEnvironmentFlags,
): void {
  if (flags.has('--use-env-proxy') || isLocal(baseUrl)) return;
  const proxy = getProxyForUrl(baseUrl);
  if (proxy === '') return;
  const { host } = new URL(baseUrl);
  throw new VerificationOptionsError(
    `The environment names a proxy for ${host}, which Node ${process.version} can't use here. ` +
      `Use Node 22.21, 24.5 or newer, or add ${host} to NO_PROXY.`,
  );
}
