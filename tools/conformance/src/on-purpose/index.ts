import type { OnPurpose } from '../compare/judge.ts';
import { changes } from './changes.ts';
import { content } from './content.ts';
import { deployability } from './deployability.ts';
import { faults } from './faults.ts';
import { negotiation } from './negotiation.ts';
import { representation } from './representation.ts';
import { verification } from './verification.ts';
import { webhooks } from './webhooks.ts';

/** Every difference that is meant, subject by subject as docs/broker.md tells them. */
export const onPurpose: readonly OnPurpose[] = [
  ...deployability,
  ...content,
  ...changes,
  ...verification,
  ...representation,
  ...faults,
  ...negotiation,
  ...webhooks,
];
