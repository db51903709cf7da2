import { differences } from '../../compare/differences.ts';
import type { Observation } from '../../compare/observation.ts';
import type { Answered } from '../compare.ts';
import type { DocumentedDifference } from './documented-difference.ts';
import { sorted } from './sorted.ts';

/** Whether lists of one name have the same elements, be it in another order. */
const sameOnceSorted =
  (key: string) =>
  ({ official, embedded }: Answered): boolean => {
    const inOrder = (one: Observation) => sorted(one, key) as Observation;
    return !differences(inOrder(official), inOrder(embedded)).some(({ place }) => place.includes(`.${key}`));
  };

/** The official broker's answer has a provider twice. */
function countsTwice({ official }: Answered): boolean {
  const body = official['body'] as unknown as {
    readonly providerSummary: { readonly successful: readonly string[]; readonly failed: readonly string[] };
  };
  const { successful, failed } = body.providerSummary;
  const all = [...successful, ...failed];
  return new Set(all).size < all.length;
}

const order = 'order of providers, and of where a pacticipant is deployed';

/** What is shown otherwise, though it means the same, and what the official broker answers wrongly. */
export const representation: readonly DocumentedDifference[] = [
  {
    subject: '`consumer-webhooks` of a pact',
    rows: ['A4', 'A6', 'A7', 'A8', 'A9', 'B11', 'B12'],
    places: ['body._links.pb:consumer-webhooks*', 'body._links.pb:provider-webhooks'],
  },
  { subject: 'title of the releases of a version', rows: ['A37'], places: ['body._links.self.title'] },
  {
    subject: order,
    rows: ['A40', 'A41', 'B23', 'B24', 'B25'],
    places: ['body.matrix[].consumer.version.environments*', 'body.matrix[].provider.version.environments*'],
    when: sameOnceSorted('environments'),
  },
  {
    subject: order,
    rows: ['A21', 'A22', 'A23', 'A25', 'A26', 'A31', 'B18', 'B19', 'B46'],
    places: [
      'body._links.pb:deployed-environments*',
      'body._embedded.versions[]._links.pb:deployed-environments*',
    ],
    when: sameOnceSorted('pb:deployed-environments'),
  },
  {
    subject: order,
    rows: ['B17'],
    places: ['body.providerSummary.unknown*'],
    when: sameOnceSorted('unknown'),
  },
  { subject: 'results of a consumer version', rows: ['B17'], places: ['body*'], when: countsTwice },
  { subject: '`…/latest/{tag}/verification-results/latest`', rows: ['B16'], places: ['*'] },
  {
    subject: 'the dashboard of unknown pacticipants',
    rows: ['B39'],
    places: ['status'],
    when: ({ official, embedded }) => official['status'] === '500' && embedded['status'] === '404',
  },
  {
    subject: 'what differs from a version or content that is named',
    rows: ['C4'],
    places: ['status', 'body'],
  },
];
