import { displayDescription, type Webhook } from '../../webhooks/index.ts';
import { status } from '../components/status.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';

/** The page around the form of a new or a stored webhook. */
export function formPage(
  title: string,
  webhook: Webhook | undefined,
  form: Content,
  { links }: PageCall,
): string {
  return page({ title, section: 'webhooks', trail: trailOf(webhook, links), links }, form);
}

/** How a test went. */
export function testPage(
  webhook: Webhook,
  { success, log }: { readonly success: boolean; readonly log: string },
  { links }: PageCall,
): string {
  const href = links.webhook(webhook.uuid);
  return page(
    { title: 'Test of a webhook', section: 'webhooks', trail: trailOf(webhook, links), links },
    html`<p>${success ? status('good', 'It was delivered') : status('bad', 'It failed')}</p>
      <pre tabindex="0">${log}</pre>
      <ul class="actions">
        <li>
          <form method="post" action=${`${href}/test`}><button type="submit">Test again</button></form>
        </li>
        <li><a class="button" href=${href}>Back to the webhook</a></li>
      </ul>`,
  );
}

/** Asks whether a webhook is really to be deleted. */
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

function trailOf(webhook: Webhook | undefined, links: PageCall['links']) {
  return [
    { label: 'Webhooks', href: links.webhooks() },
    ...(webhook ? [{ label: displayDescription(webhook), href: links.webhook(webhook.uuid) }] : []),
  ];
}
