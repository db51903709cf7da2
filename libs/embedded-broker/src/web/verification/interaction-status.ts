import { status } from '../components/status.ts';
import type { Content } from '../html.ts';
import type { InteractionResult } from './interaction-result.ts';

/** How an interaction did, in words. */
export function interactionStatus(result: InteractionResult | undefined): Content {
  if (!result) return status('none', 'Not reported');
  return result.success ? status('good', 'Passed') : status('bad', 'Failed');
}
