import { isDeepStrictEqual } from 'node:util';
import { findLink } from '../../broker/index.ts';
import type { MirroredWebhook } from '../inventory/index.ts';
import { indexLink } from '../side.ts';
import { unlessRefused, type Carrying } from './carrying.ts';

/**
 * Carries webhooks under their own UUIDs, last of all, so that none fires for what is carried. They arrive switched off
 * unless told otherwise, as both brokers would call the same receivers; those with a hidden secret stay off.
 */
export async function carryWebhooks(
  carrying: Carrying,
  source: readonly MirroredWebhook[],
  target: readonly MirroredWebhook[],
  { enable }: { readonly enable: boolean },
): Promise<void> {
  const { to, notCarried } = carrying;
  if (source.length === 0) return;
  if (findLink(to.index, 'pb:webhook') === undefined) {
    notCarried.push(`${source.length} webhooks: the target has no webhooks`);
    return;
  }
  const there = new Map(target.map((webhook) => [webhook.uuid, webhook]));
  for (const { uuid, body, hidden } of source) {
    const other = there.get(uuid);
    const isComplete = hidden.length === 0 || other !== undefined;
    const wanted = {
      ...body,
      enabled: other?.body.enabled === true || (enable && isComplete && body.enabled),
    };
    if (isDeepStrictEqual(other?.body, wanted)) continue;
    // Where the target has the webhook, stars keep the secret that it knows (api.md 2.9).
    await unlessRefused(carrying, `the webhook "${String(body['description'])}" (${uuid})`, () =>
      to.client.put(indexLink(to, 'pb:webhook', { uuid }), wanted),
    );
  }
}
