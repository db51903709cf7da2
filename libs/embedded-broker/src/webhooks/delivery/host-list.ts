import { BlockList, isIP } from 'node:net';

/**
 * Whether the list of hosts allows a host. An entry for an address is an equal one or a CIDR block; an entry for a name
 * is an equal one, `*.name` (one more label) or `/a regular expression/`.
 * Source: docs/official-broker/webhooks.md#where-a-webhook-may-go.
 * @param host as `URL.hostname` has it
 */
export function isListed(host: string, list: readonly string[]): boolean {
  const address = addressOf(host);
  return list.some((entry) =>
    address === undefined ? matchesName(host, entry) : matchesAddress(address, entry),
  );
}

/** The host of a URL as an address, without the brackets of IPv6; undefined for a name. */
export function addressOf(host: string): string | undefined {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? undefined : bare;
}

/** An entry of the list as error messages show it. */
export function shownEntry(entry: string): string {
  return expressionOf(entry) ? entry : JSON.stringify(entry);
}

function matchesAddress(address: string, entry: string): boolean {
  const [, network = '', prefix] = /^(.*?)(?:\/(\d+))?$/s.exec(entry.replace(/^\[(.*)\]$/, '$1')) ?? [];
  const version = isIP(network);
  if (version === 0) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  const block = new BlockList();
  try {
    block.addSubnet(network, prefix === undefined ? (version === 6 ? 128 : 32) : Number(prefix), family);
  } catch {
    return false;
  }
  return block.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function matchesName(host: string, entry: string): boolean {
  const expression = expressionOf(entry);
  if (expression) return expression.test(host);
  const name = entry.toLowerCase();
  if (!name.startsWith('*.')) return host === name;
  return host.endsWith(name.slice(1)) && /^[^.]+$/.test(host.slice(0, 1 - name.length));
}

function expressionOf(entry: string): RegExp | undefined {
  const [, source] = /^\/(.+)\/$/.exec(entry) ?? [];
  if (source === undefined) return undefined;
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}
