/** A link with a scheme, `https:` or another. */
export const isAddress = (target: string): boolean => /^[a-z][a-z\d+.-]*:/i.test(target);

/**
 * The path of the file that an address of this repository shows, with its `#section`: documents that travel without the
 * repository, as those of packages do, link to it so. Undefined for any other address.
 * @param repository its address, without a slash at the end
 */
export function ownPath(address: string, repository: string): string | undefined {
  if (!address.startsWith(repository)) return undefined;
  const rest = address.slice(repository.length);
  if (rest === '' || rest.startsWith('#')) return `README.md${rest}`;
  return /^\/(?:blob|tree)\/main\/(.+)$/.exec(rest)?.[1];
}

/** Whether an address can be followed by its form: `https`, or `http` on the reader's own machine. */
export function isWellFormed(address: string): boolean {
  if (!URL.canParse(address) || /[\s"<>…]|[.,;:]$/.test(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  const isHere = hostname === '127.0.0.1' || hostname === 'localhost';
  return username === '' && (isHere ? protocol === 'http:' : protocol === 'https:' && hostname.includes('.'));
}
