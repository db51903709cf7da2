import type { Status, TriggeredWebhook } from '../../webhooks/index.ts';
import { shortened } from '../components/shortened.ts';
import { status, type Tone } from '../components/status.ts';
import { table } from '../components/table.ts';
import { time } from '../components/time.ts';
import { html, type Content } from '../html.ts';
import type { PageCall } from '../page-route.ts';

const statusWords: Readonly<Record<Status, readonly [Tone, string]>> = {
  success: ['good', 'Delivered'],
  failure: ['bad', 'Failed'],
  retrying: ['open', 'Will be tried again'],
  not_run: ['none', 'Waiting'],
};

/** The status of a triggered webhook in words. */
export function triggeredStatus({ status: state }: Pick<TriggeredWebhook, 'status'>): Content {
  return status(...statusWords[state]);
}

/** The triggered webhooks of one webhook, the last first; the caption calls them deliveries. */
export function triggeredWebhookTable(
  triggered: readonly TriggeredWebhook[],
  { links, now }: PageCall,
): Content {
  return table(
    'Deliveries',
    ['When', 'What happened', 'Contract', 'Consumer version', 'How it went', 'Attempts'],
    triggered.map((one) => {
      const { uuid, consumer, provider, eventName, context, attemptsMade, createdAt } = one;
      const version = context.consumer_version_number;
      return html`<tr>
        <td>${time(createdAt, now)}</td>
        <td>
          <a
            href=${links.triggeredWebhookLogs(uuid)}
            aria-label=${`${eventWords(eventName)}: log of ${createdAt}`}
            >${eventWords(eventName)}</a
          >
        </td>
        <td><a href=${links.integrationDashboard(consumer, provider)}>${consumer} – ${provider}</a></td>
        <td>${version === undefined ? '' : shortened(version)}</td>
        <td>${triggeredStatus(one)}</td>
        <td>${attemptsMade}</td>
      </tr>`;
    }),
  );
}

/** The name of an event in words. */
export const eventWords = (name: string): string => name.replaceAll('_', ' ');
