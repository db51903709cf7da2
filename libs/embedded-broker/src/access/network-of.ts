import { isIPv6 } from 'node:net';

/** The network that an address belongs to: one client may have all addresses of an IPv6 network (/64). */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [before = '', after] = address.replace(/%.*/, '').split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [start, end] = [groups(before), groups(after ?? '')];
  const all = [...start, ...Array<string>(8 - start.length - end.length).fill('0'), ...end];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
