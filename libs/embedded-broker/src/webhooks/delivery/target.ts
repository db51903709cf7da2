import { addressOf, isListed, shownEntry } from './host-list.ts';
import { isPublicAddress } from './public-address.ts';

/** The settings that say where webhooks may go. */
export interface TargetSettings {
  readonly webhookHostWhitelist: readonly string[];
  readonly webhookSchemeWhitelist: readonly string[];
  readonly webhookHttpMethodWhitelist: readonly string[];
}

const see = 'See /doc/webhooks#whitelist for more information.';

const equals = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase();

/** Why a method is not allowed, in the official words; undefined when it is. */
export function methodProblem(
  method: string,
  { webhookHttpMethodWhitelist: list }: TargetSettings,
): string | undefined {
  if (list.some(equals(method))) return undefined;
  return `must be ${list.length === 1 ? '' : 'one of '}${list.join(', ')}. ${see}`;
}

/** The same for a URL's scheme. */
export function schemeProblem(
  url: URL,
  { webhookSchemeWhitelist: list }: TargetSettings,
): string | undefined {
  if (list.some(equals(url.protocol.slice(0, -1)))) return undefined;
  return `scheme must be ${list.join(', ')}. ${see}`;
}

/** The same for its host; without a list every host may be named, and its addresses are looked at on delivery. */
export function hostProblem(url: URL, { webhookHostWhitelist: list }: TargetSettings): string | undefined {
  if (list.length === 0 || isListed(url.hostname, list)) return undefined;
  return `host must be in the whitelist ${list.map(shownEntry).join(', ')}. ${see}`;
}

/** A webhook that may not be delivered where it points to; there is no use in trying again. */
export class TargetRefused extends Error {}

/** What to do about a host that is refused. It does not say which address the host has: that is nobody's business. */
export const notPublic =
  'its host is, or leads to, an address that is not on the public internet. To allow it, list the host in ' +
  'webhook_host_whitelist (PACT_BROKER_WEBHOOK_HOST_WHITELIST).';

/**
 * Checks a rendered request right before it is made: the lists may have changed since the webhook was saved.
 * A host that the administrator listed may have any address; every other one only public addresses.
 * @returns whether the addresses that the host's name leads to must be public, too
 * @throws TargetRefused
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
