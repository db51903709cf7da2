import { timestamp, type Urls } from '../http/index.ts';
import { pacticipantLink } from '../pacticipants/index.ts';
import { versionLink } from '../versions/index.ts';
import { pactName } from './representation.ts';
import type { IntegrationNames, Publication } from './store.ts';

/**
 * The pacts between a consumer and a provider. The list by tag is the younger resource: its relations have the prefix.
 * Source: docs/official-broker/pacts.md#publications-of-an-integration.
 * @param self the URL that was asked for
 */
export function pactVersionsRepresentation(
  publications: readonly Publication[],
  { consumer, provider }: IntegrationNames,
  self: string,
  urls: Urls,
  tag?: string,
): object {
  const prefix = tag === undefined ? '' : 'pb:';
  return {
    _embedded: { pacts: publications.map((publication) => embeddedPact(publication, urls)) },
    _links: {
      self: {
        href: self,
        title: `All versions of the pact between ${consumer} and ${provider}${tag === undefined ? '' : ` with tag ${tag}`}`,
      },
      [`${prefix}consumer`]: pacticipantLink(consumer, urls, 'Consumer'),
      [`${prefix}provider`]: pacticipantLink(provider, urls, 'Provider'),
      [`${prefix}pact-versions`]: publications.map((publication) => ({
        href: pactUrl(publication, urls),
        title: tag === undefined ? 'Pact' : 'Pact version',
        name: `Version ${publication.consumerVersionNumber} - ${day(publication.createdAt)}`,
      })),
    },
  };
}

/** What is left to look at after pacts were deleted. */
export function deletionRepresentation(latest: Publication | undefined, urls: Urls): object {
  return {
    _links: {
      index: { href: urls.base },
      'pb:latest-pact-version': latest && {
        href: urls.integration(latest.consumerName, latest.providerName, '/latest'),
        title: 'Latest pact',
      },
    },
  };
}

function embeddedPact(publication: Publication, urls: Urls): object {
  const { consumerName: pacticipantName, consumerVersionNumber: number } = publication;
  return {
    createdAt: timestamp(publication.createdAt),
    _embedded: {
      consumerVersion: { number, _links: { self: versionLink({ pacticipantName, number }, urls) } },
    },
    _links: { self: { href: pactUrl(publication, urls), title: pactName(publication) } },
  };
}

function pactUrl({ consumerName, providerName, consumerVersionNumber }: Publication, urls: Urls): string {
  return urls.pact(consumerName, providerName, consumerVersionNumber);
}

/** `24/11/2026` */
function day(iso: string): string {
  return iso.slice(0, 10).split('-').reverse().join('/');
}
