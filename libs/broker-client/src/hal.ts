import { NotAPactBrokerError } from './errors.ts';

export interface HalLink {
  readonly href: string;
  readonly name?: string;
  readonly title?: string;
  /** Of a deployment's link: false after another version replaced it. */
  readonly currently_deployed?: boolean;
  /** Of a release's link: false after its support ended. */
  readonly currently_supported?: boolean;
}

/** A HAL document. */
export interface HalResource {
  readonly _links?: Readonly<Record<string, HalLink | readonly HalLink[] | undefined>>;
  readonly _embedded?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** The link of a relation, with values in place of its placeholders; undefined if the document has no such link. */
export function findLink(
  resource: HalResource,
  rel: string,
  values: Readonly<Record<string, string>> = {},
): string | undefined {
  const [link] = findLinks(resource, rel);
  return link?.href.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

/** All links of a relation that have an address. */
export function findLinks(resource: HalResource, rel: string): readonly HalLink[] {
  const links = [resource._links?.[rel]].flat() as readonly (Partial<HalLink> | null | undefined)[];
  return links.filter((link) => typeof link?.href === 'string') as HalLink[];
}

/**
 * Like `findLink`, for a required relation.
 * @throws NotAPactBrokerError if the document has no such link
 */
export function requireLink(
  resource: HalResource,
  rel: string,
  url: string,
  values: Readonly<Record<string, string>> = {},
): string {
  const href = findLink(resource, rel, values);
  if (href === undefined) throw new NotAPactBrokerError(url, `its answer has no link "${rel}"`);
  return href;
}

/** The documents that are embedded under a name. */
export function embedded(resource: HalResource, name: string): readonly HalResource[] {
  const value = resource._embedded?.[name];
  return Array.isArray(value) ? (value as HalResource[]) : [];
}

/**
 * Like `embedded`, for a list that must be there: an answer without it does not say that the list is empty.
 * @throws NotAPactBrokerError if the document has no such list
 */
export function requireEmbedded(resource: HalResource, name: string, url: string): readonly HalResource[] {
  if (Array.isArray(resource._embedded?.[name])) return embedded(resource, name);
  throw new NotAPactBrokerError(url, `its answer has no list "${name}"`);
}
