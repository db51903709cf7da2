import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';
import { notPublic, TargetRefused } from './target.ts';

/** Finds all addresses of a name, as `dns.lookup` does. */
type FindAddresses = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A name's addresses, for the socket that connects to them — if all of them are public. Since the socket takes its
 * address from here, no second answer of a name server can lead it elsewhere.
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

/** The same by the name servers of this machine. */
export const publicLookup = lookupPublic(lookup);
