import { expect, it } from '@jest/globals';
import { Urls } from '../../http/index.ts';
import { renderOnce } from '../html.ts';
import type { PageCall } from '../page-route.ts';
import type { WebhookState } from './live-store.ts';
import { integrationRow } from './row.ts';

const now = '2026-01-02T00:00:00.000Z';
const call = { links: new Urls(''), now } as unknown as PageCall;
const integration = {
  ...{ consumerId: 1, consumer: 'C', providerId: 2, provider: 'P' },
  pact: undefined,
  status: 'never',
  result: undefined,
} as const;

/** What the row says of webhooks that went like this, each a day ago. */
const words = (...states: WebhookState['status'][]) => {
  const webhooks = states.map((status) => ({ status, at: '2026-01-01T00:00:00.000Z' }));
  const { text } = renderOnce(integrationRow(integration, [], webhooks, call));
  const [, , , , , cell = ''] = [...text.matchAll(/<td>(.*?)<\/td>/gs)].map(([, one = '']) => one);
  return cell.replace(/<[^>]*>/g, '').trim();
};

it.each<[WebhookState['status'][], string]>([
  [[], ''],
  [['success'], 'Called yesterday'],
  [['success', 'not_run'], 'Waiting yesterday'],
  [['not_run', 'retrying', 'success'], 'Retrying yesterday'],
  [['success', 'failure', 'retrying'], 'Failed yesterday'],
])('The worst of an integration’s webhooks speaks for all: %j', (states, expected) => {
  expect(words(...states)).toBe(expected);
});
