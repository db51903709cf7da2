import type { Page } from '../../http/index.ts';
import {
  displayDescription,
  maskedTemplateHeaders,
  maskedUrl,
  scopeDescription,
  type TriggeredWebhook,
  type Webhook,
} from '../../webhooks/index.ts';
import { paging } from '../components/paging.ts';
import { status } from '../components/status.ts';
import { html, type Content } from '../html.ts';
import { page as wholePage } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import { bodyText } from './form-values.ts';
import { eventWords, triggeredWebhookTable } from './triggered-webhook-table.ts';

/** A webhook with its triggered webhooks, and with buttons to edit, test and delete it. */
export function webhookPage(
  webhook: Webhook,
  triggered: readonly TriggeredWebhook[],
  { page, total }: { readonly page: Page; readonly total: number },
  call: PageCall,
): string {
  const { links } = call;
  const href = links.webhook(webhook.uuid);
  return wholePage(
    {
      title: displayDescription(webhook),
      section: 'webhooks',
      trail: [{ label: 'Webhooks', href: links.webhooks() }],
      links,
    },
    html`<ul class="actions">
        <li><a class="button" href=${`${href}/edit`}>Edit</a></li>
        <li>
          <form method="post" action=${`${href}/test`}><button type="submit">Test now</button></form>
        </li>
        <li><a class="button danger" href=${`${href}/delete`}>Delete…</a></li>
      </ul>
      ${facts(webhook)}
      <h2>Deliveries</h2>
      ${total === 0 ? html`<p>Nothing has triggered it yet.</p>` : triggeredWebhookTable(triggered, call)}
      ${paging(page, total, 'deliveries', (number) => `${href}?page=${number}`)}`,
  );
}

function facts(webhook: Webhook): Content {
  const { enabled, events, request } = webhook;
  const { method, url, headers, body, username, password } = request;
  const headerLines = Object.entries(maskedTemplateHeaders(headers)).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return html`<dl class="facts">
    <dt>State</dt>
    <dd>${enabled ? status('good', 'Enabled') : status('none', 'Disabled')}</dd>
    <dt>For</dt>
    <dd>${scopeDescription(webhook).replace(/^A webhook for /, '')}</dd>
    <dt>When</dt>
    <dd>${events.map(eventWords).join(', ')}</dd>
    <dt>Request</dt>
    <dd><code>${method} ${maskedUrl(url)}</code></dd>
    ${
      headerLines.length > 0 &&
      html`<dt>Headers</dt>
        <dd><pre tabindex="0">${headerLines.join('\n')}</pre></dd>`
    }
    ${
      body !== null &&
      html`<dt>Body</dt>
        <dd><pre tabindex="0">${bodyText(body)}</pre></dd>`
    }
    ${
      username !== null &&
      html`<dt>User name</dt>
        <dd>${username}</dd>`
    }
    ${
      password !== null &&
      html`<dt>Password</dt>
        <dd>stored</dd>`
    }
  </dl>`;
}
