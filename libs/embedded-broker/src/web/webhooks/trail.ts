import { displayDescription, type Webhook } from '../../webhooks/index.ts';
import type { PageCall } from '../page-route.ts';

/** The links above a page that belongs to a webhook; for a new or deleted webhook only the list of all. */
export function trailOf(webhook: Webhook | undefined, links: PageCall['links']) {
  return [
    { label: 'Webhooks', href: links.webhooks() },
    ...(webhook ? [{ label: displayDescription(webhook), href: links.webhook(webhook.uuid) }] : []),
  ];
}
