import type * as Yaml from 'yaml';
import type { Urls } from '../http/index.ts';
import { lazyRequire } from '../lazy-require.ts';
import { pactName } from './representation.ts';
import type { Publication } from './store.ts';
import { dateInWords, distanceInWords } from './time-in-words.ts';

/**
 * What changed between two pacts, as a text for people.
 * Source: docs/official-broker/pacts.md#diffs.
 * @param changedAt when the newer content came up first, ISO 8601
 * @param diff the lines that differ
 * @param now ISO 8601
 */
export function diffText(
  pact: Publication,
  comparison: Publication,
  { changedAt, diff, now }: { readonly changedAt: string; readonly diff: string; readonly now: string },
  urls: Urls,
): string {
  const versions = `${comparison.consumerVersionNumber} and ${pact.consumerVersionNumber}`;
  const link = (publication: Publication) => ({
    title: 'Pact',
    name: pactName(publication),
    href: urls.pact(publication.consumerName, publication.providerName, publication.consumerVersionNumber),
  });
  const { stringify } = lazyRequire<typeof Yaml>('yaml');
  const links = { 'pact-version': link(pact), 'comparison-pact-version': link(comparison) };
  return [
    `# Diff between versions ${versions} of the pact between ${pact.consumerName} and ${pact.providerName}`,
    `The following changes were made ${distanceInWords(changedAt, now)} ago (${dateInWords(changedAt)})`,
    diff,
    '## Links',
    stringify(links, { lineWidth: 0 }),
  ].join('\n\n');
}
