import type { Webhook } from '../../webhooks/index.ts';
import { status } from '../components/status.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import { trailOf } from './trail.ts';

/** The result of a test run, with its log. */
export function testRunPage(
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
