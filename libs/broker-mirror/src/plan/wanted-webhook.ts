import { isDeepStrictEqual } from 'node:util';
import type { MirroredWebhook } from '../inventory/index.ts';

/**
 * The body that a webhook is to have at the target. It arrives switched off, as both brokers would call the same
 * receiver, unless `enable` says otherwise; one with a hidden secret is never switched on here, as the target may not
 * know the secret. What somebody switched on at the target stays on.
 * @returns undefined when the target's is like that already
 */
export function wantedWebhook(
  source: MirroredWebhook,
  target: MirroredWebhook | undefined,
  enable: boolean,
): MirroredWebhook['body'] | undefined {
  const isComplete = source.hidden.length === 0;
  const enabled = target?.body.enabled === true || (enable && isComplete && source.body.enabled);
  const wanted = { ...source.body, enabled };
  return isDeepStrictEqual(target?.body, wanted) ? undefined : wanted;
}
