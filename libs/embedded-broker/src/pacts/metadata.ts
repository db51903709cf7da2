import { hashesOf, parseRackQuery, textOf, type RackHash } from '../http/index.ts';

/**
 * Why a pact was selected for verification, carried in its URL so that it comes back with the result:
 * a Rack query in unpadded base64url. Clients treat it as opaque.
 */
export interface PactMetadata {
  readonly selectors: readonly MetadataSelector[];
  readonly pending?: boolean;
  readonly wip?: boolean;
  /** Consumer version given without a selector, by id or by number. */
  readonly consumerVersionId?: number;
  readonly consumerVersionNumber?: string;
  /** Its tags, as a webhook got them. */
  readonly consumerVersionTags?: readonly string[];
}

export interface MetadataSelector {
  readonly branch?: string | undefined;
  readonly tag?: string | undefined;
  readonly environment?: string | undefined;
  readonly latest?: boolean | undefined;
  readonly consumerVersionId?: number | undefined;
}

/** The path segment for the metadata; empty when there is nothing to carry. */
export function encodeMetadata(metadata: PactMetadata): string {
  const pairs: [string, string][] = [];
  for (const { branch, tag, environment, latest, consumerVersionId } of metadata.selectors) {
    // A selector begins where a key comes again, so first goes what each selection has.
    const fields = {
      cv: consumerVersionId,
      b: branch,
      t: tag,
      e: environment,
      l: latest ? 'true' : undefined,
    };
    for (const [key, value] of Object.entries(fields)) {
      if (value !== undefined) pairs.push([`s[][${key}]`, String(value)]);
    }
  }
  if (metadata.consumerVersionId !== undefined) pairs.push(['cv', String(metadata.consumerVersionId)]);
  if (metadata.consumerVersionNumber !== undefined) pairs.push(['cvn', metadata.consumerVersionNumber]);
  for (const tag of metadata.consumerVersionTags ?? []) pairs.push(['cvt[]', tag]);
  if (metadata.wip) pairs.push(['w', 'true']);
  else if (metadata.pending !== undefined) pairs.push(['p', String(metadata.pending)]);
  const query = pairs
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .join('&');
  return Buffer.from(query).toString('base64url');
}

/** Reads what `encodeMetadata` wrote, and the official broker's forms; anything else is taken for empty. */
export function decodeMetadata(segment: string | undefined): PactMetadata {
  const query = parseRackQuery(Buffer.from(segment ?? '', 'base64url').toString('utf8'));
  const consumerVersionId = wholeNumber(query['cv']);
  const consumerVersionNumber = textOf(query['cvn']);
  const { cvt } = query;
  const consumerVersionTags = Array.isArray(cvt) ? cvt.flatMap((tag) => textOf(tag) ?? []) : undefined;
  return {
    selectors: hashesOf(query['s']).map((selector) => ({
      branch: textOf(selector['b']),
      tag: textOf(selector['t']),
      environment: textOf(selector['e']),
      latest: selector['l'] === 'true',
      consumerVersionId: wholeNumber(selector['cv']),
    })),
    wip: query['w'] === 'true',
    pending: query['p'] === undefined ? undefined : query['p'] === 'true',
    consumerVersionId,
    consumerVersionNumber,
    consumerVersionTags,
  };
}

/** Ids of the consumer versions that the metadata speaks of, the newest first. */
export function consumerVersionIds(metadata: PactMetadata): number[] {
  const ids = [
    metadata.consumerVersionId,
    ...metadata.selectors.map((selector) => selector.consumerVersionId),
  ];
  return [...new Set(ids.filter((id) => id !== undefined))].sort((one, other) => other - one);
}

function wholeNumber(value: RackHash[string] | undefined): number | undefined {
  const text = textOf(value);
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
