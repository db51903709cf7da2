import {
  displayDescription,
  requestDescription,
  scopeDescription,
  type TriggeredWebhook,
  type Webhook,
} from '../../webhooks/index.ts';
import { badge } from '../components/status.ts';
import { table } from '../components/table.ts';
import { time } from '../components/time.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import { eventWords, triggeredStatus } from './triggered-webhook-table.ts';

/**
 * All webhooks.
 * @param last the last triggered webhook of each, by the webhook's id
 */
export function webhooksPage(
  webhooks: readonly Webhook[],
  last: ReadonlyMap<number, TriggeredWebhook>,
  call: PageCall,
): string {
  const { links } = call;
  return page(
    { title: 'Webhooks', section: 'webhooks', links },
    html`<ul class="actions">
        <li><a class="button" href=${links.to('/webhooks/new')}>New webhook</a></li>
      </ul>
      ${
        webhooks.length === 0
          ? html`<p>
              There are no webhooks yet. A webhook lets the broker tell another system, such as a pipeline
              that verifies a provider, when a contract or a result is published.
            </p>`
          : table(
              'Webhooks',
              ['Webhook', 'For', 'When', 'Last delivery'],
              webhooks.map((webhook) => row(webhook, last.get(webhook.id), call)),
            )
      }`,
  );
}

function row(webhook: Webhook, last: TriggeredWebhook | undefined, { links, now }: PageCall): Content {
  const { uuid, enabled, events, request } = webhook;
  return html`<tr>
    <td>
      <a href=${links.webhook(uuid)}>${displayDescription(webhook)}</a>
      ${enabled ? null : badge('note', 'disabled')} <small>${requestDescription(request)}</small>
    </td>
    <td>${scopeDescription(webhook).replace(/^A webhook for /, '')}</td>
    <td>${events.map(eventWords).join(', ')}</td>
    <td data-key=${last?.createdAt ?? ''}>
      ${last ? html`${triggeredStatus(last)} ${time(last.createdAt, now)}` : 'none yet'}
    </td>
  </tr>`;
}
