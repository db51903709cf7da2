import { displayDescription, type Webhook } from '../../webhooks/index.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import { trailOf } from './trail.ts';

/** Asks for confirmation before a webhook is deleted. */
export function deletionPage(webhook: Webhook, { links }: PageCall): string {
  const href = links.webhook(webhook.uuid);
  return page(
    { title: 'Delete a webhook?', section: 'webhooks', trail: trailOf(webhook, links), links },
    html`<p>
        <strong>${displayDescription(webhook)}</strong> will not be called any more. The logs of its
        deliveries stay where they are.
      </p>
      <ul class="actions">
        <li>
          <form method="post" action=${`${href}/delete`}>
            <button type="submit" class="danger">Delete the webhook</button>
          </form>
        </li>
        <li><a class="button" href=${href}>Keep it</a></li>
      </ul>`,
  );
}
