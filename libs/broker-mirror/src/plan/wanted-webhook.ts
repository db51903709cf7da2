import { isDeepStrictEqual } from 'node:util';
import type { MirroredWebhook } from '../inventory/index.ts';

/**
 * The body that a webhook needs at the target. It is switched off without `enable`, as both brokers would call the same
 * receiver. A webhook with a hidden secret is never switched on, as the target may not know the secret. A webhook that
 * somebody switched on at the target stays on.
 * @returns undefined if the target's webhook has that body already
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
