import { addressOf, isListed, shownEntry } from './host-list.ts';
import { isPublicAddress } from './public-address.ts';

/** The settings that limit the targets of webhooks. */
export interface TargetSettings {
  readonly webhookHostWhitelist: readonly string[];
  readonly webhookSchemeWhitelist: readonly string[];
  readonly webhookHttpMethodWhitelist: readonly string[];
}

const see = 'See /doc/webhooks#whitelist for more information.';

const equals = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase();

/** Why a method is not allowed, in the official words; undefined when it is allowed. */
export function methodProblem(
  method: string,
  { webhookHttpMethodWhitelist: list }: TargetSettings,
): string | undefined {
  if (list.some(equals(method))) return undefined;
  return `must be ${list.length === 1 ? '' : 'one of '}${list.join(', ')}. ${see}`;
}

/** Why the scheme of a URL is not allowed, likewise. */
export function schemeProblem(
  url: URL,
  { webhookSchemeWhitelist: list }: TargetSettings,
): string | undefined {
  if (list.some(equals(url.protocol.slice(0, -1)))) return undefined;
  return `scheme must be ${list.join(', ')}. ${see}`;
}

/** Why the host of a URL is not allowed, likewise. Without a list, every name is; attempts check its addresses. */
export function hostProblem(url: URL, { webhookHostWhitelist: list }: TargetSettings): string | undefined {
  if (list.length === 0 || isListed(url.hostname, list)) return undefined;
  return `host must be in the whitelist ${list.map(shownEntry).join(', ')}. ${see}`;
}

/** The target of a request is not allowed; another attempt would be refused as well. */
export class TargetRefused extends Error {}

/** What to do about a refused host. It does not reveal the address of the host. */
export const notPublic =
  'its host is, or leads to, an address that is not on the public internet. To allow it, list the host in ' +
  'webhook_host_whitelist (PACT_BROKER_WEBHOOK_HOST_WHITELIST).';

/**
 * Checks the target of a request right before it is sent, since the lists may have changed after the webhook was saved.
 * A host in the administrator's list may have any address; without a list, hosts may have public addresses only.
 * @returns whether the addresses of the host's name must be public
 * @throws TargetRefused when the target is not allowed
 */
export function checkTarget(
  method: string,
  url: URL,
  settings: TargetSettings,
): { readonly publicOnly: boolean } {
  const problems = Object.entries({
    method: methodProblem(method, settings),
    scheme: schemeProblem(url, settings),
    host: hostProblem(url, settings),
  }).flatMap(([what, problem]) =>
    problem === undefined ? [] : [what === 'method' ? `method ${problem}` : problem],
  );
  if (problems.length > 0) throw new TargetRefused(problems.join(' '));
  const publicOnly = settings.webhookHostWhitelist.length === 0;
  const address = addressOf(url.hostname);
  if (publicOnly && address !== undefined && !isPublicAddress(address)) throw new TargetRefused(notPublic);
  return { publicOnly };
}
