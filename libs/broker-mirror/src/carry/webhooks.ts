import { findLink } from '@pact-workshop/broker-client';
import type { MirroredWebhook } from '../inventory/index.ts';
import { wantedWebhook } from '../plan/index.ts';
import { indexLink } from '../side.ts';
import { unlessRefused, type Carrying } from './carrying.ts';

/** Carries webhooks under their own UUIDs; done last of all, so that none fires for what is carried. */
export async function carryWebhooks(
  carrying: Carrying,
  source: readonly MirroredWebhook[],
  target: readonly MirroredWebhook[],
  { enable }: { readonly enable: boolean },
): Promise<void> {
  const { to, notCarried } = carrying;
  if (source.length === 0) return;
  if (findLink(to.index, 'pb:webhook') === undefined) {
    notCarried.push(`webhooks: all ${source.length}, as the target has no webhooks`);
    return;
  }
  const there = new Map(target.map((webhook) => [webhook.uuid, webhook]));
  for (const webhook of source) {
    const { uuid } = webhook;
    const body = wantedWebhook(webhook, there.get(uuid), enable);
    if (!body) continue;
    // Where the target has the webhook, stars keep the secret that it knows.
    // Source: docs/official-broker/webhooks.md#secrets.
    await unlessRefused(carrying, `the webhook "${String(body['description'])}" (${uuid})`, () =>
      to.client.put(indexLink(to, 'pb:webhook', { uuid }), body),
    );
  }
}
