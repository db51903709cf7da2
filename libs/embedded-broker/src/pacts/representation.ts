import { curies, template, timestamp, type Urls } from '../http/index.ts';
import { pacticipantLink } from '../pacticipants/index.ts';
import type { Publication } from './store.ts';

/** How a pact was reached, which shows in its links. */
export interface PactContext {
  /** Encoded metadata that the link for publishing results carries. */
  readonly metadata?: string | undefined;
  /** The consumer versions that the metadata names. */
  readonly consumerVersions?: readonly string[] | undefined;
}

/**
 * A pact as it is served: the published document with `createdAt` and `_links` behind its own keys, as JSON text, since
 * the document must not lose a digit on the way.
 * Source: docs/official-broker/pacts.md#a-pact.
 * @param content JSON text of the stored document
 */
export function pactText(
  publication: Publication,
  content: string,
  context: PactContext,
  urls: Urls,
): string {
  if (!content.startsWith('{')) return content;
  const own = JSON.stringify({
    createdAt: timestamp(publication.createdAt),
    _links: pactLinks(publication, context, urls),
  });
  const opening = content.slice(0, -1);
  return opening === '{' ? own : `${opening},${own.slice(1)}`;
}

/** `Pact between C (1) and P`. */
export function pactName({ consumerName, consumerVersionNumber, providerName }: Publication): string {
  return `Pact between ${consumerName} (${consumerVersionNumber}) and ${providerName}`;
}

/** The links of a pact, to all that can be asked about it. */
export function pactLinks(
  publication: Publication,
  { metadata, consumerVersions }: PactContext,
  urls: Urls,
): object {
  const { consumerName: consumer, providerName: provider, consumerVersionNumber: number, sha } = publication;
  const version = (name: string, title = 'Consumer version') => ({
    title,
    name,
    href: urls.version(consumer, name),
  });
  const content = urls.pactVersion(consumer, provider, sha);
  return {
    self: { title: 'Pact', name: pactName(publication), href: urls.pact(consumer, provider, number) },
    'pb:consumer': pacticipantLink(consumer, urls, 'Consumer'),
    'pb:consumer-version': version(number),
    'pb:consumer-versions': consumerVersions?.map((name) => version(name)),
    'pb:provider': pacticipantLink(provider, urls, 'Provider'),
    'pb:pact-version': { title: 'Pact content version permalink', name: sha, href: content },
    'pb:latest-pact-version': {
      title: 'Latest version of this pact',
      href: urls.integration(consumer, provider, '/latest'),
    },
    'pb:all-pact-versions': {
      title: 'All versions of this pact',
      href: urls.integration(consumer, provider, '/versions'),
    },
    'pb:latest-untagged-pact-version': {
      title: 'Latest untagged version of this pact',
      href: urls.integration(consumer, provider, '/latest-untagged'),
    },
    'pb:latest-tagged-pact-version': template(
      'Latest tagged version of this pact',
      urls.integration(consumer, provider, '/latest/{tag}'),
    ),
    'pb:previous-distinct': {
      title: 'Previous distinct version of this pact',
      href: `${urls.pact(consumer, provider, number)}/previous-distinct`,
    },
    'pb:diff-previous-distinct': {
      title: 'Diff with previous distinct version of this pact',
      href: `${urls.pact(consumer, provider, number)}/diff/previous-distinct`,
    },
    'pb:diff': template(
      'Diff with another specified version of this pact',
      `${content}/diff/pact-version/{pactVersion}`,
    ),
    'pb:pact-webhooks': {
      title: `Webhooks for the pact between ${consumer} and ${provider}`,
      href: urls.webhooksOfIntegration(consumer, provider),
    },
    'pb:consumer-webhooks': {
      title: `Webhooks for all pacts with consumer ${consumer}`,
      href: urls.webhooksOfConsumer(consumer),
    },
    'pb:provider-webhooks': {
      title: `Webhooks for all pacts with provider ${provider}`,
      href: urls.webhooksOfProvider(provider),
    },
    'pb:tag-prod-version': {
      title: "PUT to this resource to tag this consumer version as 'production'",
      href: urls.tag(consumer, number, 'prod'),
    },
    'pb:tag-version': {
      title: 'PUT to this resource to tag this consumer version',
      href: `${urls.version(consumer, number)}/tags/{tag}`,
    },
    'pb:publish-verification-results': {
      title: 'Publish verification results',
      href: urls.verificationResults(consumer, provider, sha, metadata),
    },
    'pb:latest-verification-results': { href: `${urls.verificationResults(consumer, provider, sha)}/latest` },
    'pb:triggered-webhooks': {
      title: 'Webhooks triggered by the publication of this pact',
      href: `${urls.pact(consumer, provider, number)}/triggered-webhooks`,
    },
    'pb:matrix-for-consumer-version': {
      title: 'View matrix rows for the consumer version to which this pact belongs',
      href: `${urls.to('/matrix')}?${matrixQuery(consumer, number)}`,
    },
    curies: curies('pact', urls.base),
  };
}

function matrixQuery(consumer: string, number: string): string {
  return new URLSearchParams([
    ['q[][pacticipant]', consumer],
    ['q[][version]', number],
    ['latestby', 'cvpv'],
  ]).toString();
}

/** The list of the latest pact of every integration. Source: docs/official-broker/pacts.md#latest-pacts. */
export function latestPactsRepresentation(publications: readonly Publication[], urls: Urls): object {
  const links = publications.map(({ consumerName, providerName }) => ({
    title: `Latest pact between ${consumerName} and ${providerName}`,
    href: urls.integration(consumerName, providerName, '/latest'),
  }));
  const deprecated = 'DEPRECATED - please use the pb:pacts relation';
  return {
    pacts: publications.map((publication) => {
      const { consumerName: consumer, providerName: provider, consumerVersionNumber: number } = publication;
      return {
        createdAt: timestamp(publication.createdAt),
        _embedded: {
          consumer: {
            name: consumer,
            _embedded: {
              version: {
                number,
                _links: { self: { title: 'Version', name: number, href: urls.version(consumer, number) } },
              },
            },
            _links: { self: { href: urls.pacticipant(consumer) } },
          },
          provider: { name: provider, _links: { self: { href: urls.pacticipant(provider) } } },
        },
        _links: {
          self: [
            { href: urls.integration(consumer, provider, '/latest') },
            { href: urls.pact(consumer, provider, number) },
          ],
        },
      };
    }),
    _links: {
      self: { href: urls.to('/pacts/latest') },
      'pb:pacts': links,
      pacts: links.map((link) => ({ ...link, name: deprecated })),
      curies: curies('pacts', urls.base),
    },
  };
}

/** Links to pacts of a provider. Source: docs/official-broker/pacts.md#pacts-of-a-provider. */
export function providerPactsRepresentation(
  provider: string,
  publications: readonly Publication[],
  self: { readonly href: string; readonly title: string },
  urls: Urls,
): object {
  const { href } = pacticipantLink(provider, urls);
  const pacts = publications.map((publication) => ({
    href: urls.pact(publication.consumerName, publication.providerName, publication.consumerVersionNumber),
    title: pactName(publication),
    name: publication.consumerName,
  }));
  return {
    _links: {
      self,
      'pb:provider': { href, name: provider },
      'pb:pacts': pacts,
      provider: { href, title: provider, name: 'DEPRECATED - please use the pb:provider relation' },
      pacts: pacts.map((link) => ({
        ...link,
        title: `DEPRECATED - please use the pb:pacts relation. ${link.title}`,
      })),
    },
  };
}
