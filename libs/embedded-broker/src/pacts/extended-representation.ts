import { timestamp, type Urls } from '../http/index.ts';
import { pactLinks, type PactContext } from './representation.ts';
import type { Publication } from './store.ts';

/**
 * A pact with its tags, for pages; the document stands apart, under `contract`, so that the broker's keys
 * can't clash with its own. As JSON text, since the document must not lose a digit on the way.
 * @param content JSON text of the stored document
 * @param tags those with which this is the latest pact
 */
export function extendedPactText(
  publication: Publication,
  content: string,
  tags: readonly string[],
  context: PactContext,
  urls: Urls,
): string {
  const { consumerName: consumer, providerName: provider, consumerVersionNumber: number } = publication;
  const rest = JSON.stringify({
    _embedded: {
      tags: tags.map((name) => ({
        name,
        latest: true,
        _links: {
          self: { title: 'Tag', name, href: urls.tag(consumer, number, name) },
          'pb:latest-pact': {
            name: `The latest pact with the tag ${name}`,
            href: urls.latestPactWithTag(consumer, provider, name),
          },
        },
      })),
    },
    _links: pactLinks(publication, context, urls),
  });
  const createdAt = JSON.stringify(timestamp(publication.createdAt));
  return `{"createdAt":${createdAt},"contract":${content},${rest.slice(1)}`;
}
