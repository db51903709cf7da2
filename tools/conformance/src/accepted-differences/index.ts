import { isCompared, type AcceptedDifference, type ComparedDifference } from './accepted-difference.ts';
import { changes } from './changes.ts';
import { content } from './content.ts';
import { deployability } from './deployability.ts';
import { faults } from './faults.ts';
import { negotiation } from './negotiation.ts';
import { representation } from './representation.ts';
import { verification } from './verification.ts';
import { webhooks } from './webhooks.ts';

/** Every accepted difference, each of a subject of its own. */
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

/** Those of them that the comparison sees. */
export const comparedDifferences: readonly ComparedDifference[] = acceptedDifferences.filter(isCompared);
