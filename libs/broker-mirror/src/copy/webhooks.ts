import { findLink } from '@pact-workshop/broker-client';
import type { MirroredWebhook } from '../inventory/index.ts';
import { wantedWebhook } from '../plan/index.ts';
import { indexLink } from '../connected-broker.ts';
import type { CopyContext } from './context.ts';
import { unlessRefused } from './refusals.ts';

/** Copies webhooks under their own UUIDs. This is the last step, so that none of them fires for copied content. */
export async function copyWebhooks(
  context: CopyContext,
  source: readonly MirroredWebhook[],
  target: readonly MirroredWebhook[],
  { enable }: { readonly enable: boolean },
): Promise<void> {
  const { to, notCopied } = context;
  if (source.length === 0) return;
  if (findLink(to.index, 'pb:webhook') === undefined) {
    notCopied.push(`webhooks: all ${source.length}, as the target has no webhooks`);
    return;
  }
  const there = new Map(target.map((webhook) => [webhook.uuid, webhook]));
  for (const webhook of source) {
    const { uuid } = webhook;
    const body = wantedWebhook(webhook, there.get(uuid), enable);
    if (!body) continue;
    // If the target has the webhook, asterisks keep the secret that it knows.
    // Source: docs/official-broker/webhooks.md#secrets.
    await unlessRefused(context, `the webhook "${String(body['description'])}" (${uuid})`, () =>
      to.client.put(indexLink(to, 'pb:webhook', { uuid }), body),
    );
  }
}
