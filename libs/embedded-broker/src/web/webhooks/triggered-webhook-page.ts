import type { StoredAttempt, TriggeredWebhook, Webhook } from '../../webhooks/index.ts';
import { status } from '../components/status.ts';
import { time } from '../components/time.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import { trailOf } from './trail.ts';
import { eventWords, triggeredStatus } from './triggered-webhook-table.ts';

/**
 * A triggered webhook with the log of each attempt; its title calls it a delivery.
 * @param webhook undefined once it was deleted
 */
export function triggeredWebhookPage(
  triggered: TriggeredWebhook,
  webhook: Webhook | undefined,
  attempts: readonly StoredAttempt[],
  call: PageCall,
): string {
  const { links, now } = call;
  const { consumer, provider, eventName, isWaiting, uuid, createdAt } = triggered;
  return page(
    {
      title: `Delivery: ${eventWords(eventName)}`,
      section: 'webhooks',
      trail: trailOf(webhook, links),
      links,
    },
    html`<dl class="facts">
        <dt>How it went</dt>
        <dd>${triggeredStatus(triggered)}</dd>
        <dt>Triggered</dt>
        <dd>${time(createdAt, now)}</dd>
        <dt>Contract</dt>
        <dd><a href=${links.integrationDashboard(consumer, provider)}>${consumer} – ${provider}</a></dd>
      </dl>
      ${runAgain(isWaiting, webhook, `${links.to('/triggered-webhooks/{}', uuid)}/run-again`)}
      ${attempts.map(
        ({ success, logs, createdAt: at }, i) =>
          html`<h2>Attempt ${i + 1} ${success ? status('good', 'succeeded') : status('bad', 'failed')}</h2>
            <p>${time(at, now)}</p>
            <pre tabindex="0">${logs}</pre>`,
      )}
      ${attempts.length === 0 && html`<p>It has not been tried yet.</p>`}`,
  );
}

function runAgain(isWaiting: boolean, webhook: Webhook | undefined, action: string): Content {
  if (isWaiting) return html`<p>An attempt is still to come; reload the page to see how it goes.</p>`;
  if (!webhook) return html`<p>The webhook has been deleted, so that it can’t be run again.</p>`;
  return html`<form method="post" action=${action}><button type="submit">Run again</button></form>`;
}
