import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';
import { notPublic, TargetRefused } from './target.ts';

/** Looks all addresses of a name up, as `dns.lookup` does. */
type FindAddresses = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Looks the addresses of a name up for a socket, and refuses the name unless all of them are public. The socket
 * connects to an address from this lookup, so that a second response of a name server cannot send it elsewhere.
 */
export const lookupPublic =
  (find: FindAddresses): LookupFunction =>
  (hostname, options, callback) => {
    find(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, []);
        return;
      }
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
        callback(new TargetRefused(notPublic), []);
        return;
      }
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

/** The lookup by the name servers of this machine. */
export const publicLookup = lookupPublic(lookup);
