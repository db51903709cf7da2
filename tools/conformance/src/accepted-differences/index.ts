import type { AcceptedDifference } from '../compare/judge.ts';
import { changes } from './changes.ts';
import { content } from './content.ts';
import { deployability } from './deployability.ts';
import { faults } from './faults.ts';
import { negotiation } from './negotiation.ts';
import { representation } from './representation.ts';
import { verification } from './verification.ts';
import { webhooks } from './webhooks.ts';

/** Every accepted difference, subject by subject as docs/broker.md tells them. */
export const acceptedDifferences: readonly AcceptedDifference[] = [
  ...deployability,
  ...content,
  ...changes,
  ...verification,
  ...representation,
  ...faults,
  ...negotiation,
  ...webhooks,
];
