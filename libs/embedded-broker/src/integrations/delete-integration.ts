import type { Database } from '../database/index.ts';
import type { Pacticipant } from '../pacticipants/index.ts';
import { deleteContracts, deleteOrphanPacticipant, deleteOrphanVersions } from './store.ts';

/**
 * Removes all that two pacticipants have with each other: pacts, results, and then whatever nobody needs any more:
 * their versions without a pact or result, and themselves when nothing is left of them. What is deployed or released
 * stays: it still runs, and other questions than this contract's need to know of it.
 * Source: docs/official-broker/deleting-and-cleaning.md#an-integration.
 */
export function deleteIntegration(database: Database, consumer: Pacticipant, provider: Pacticipant): void {
  deleteContracts(database, consumer.id, provider.id);
  for (const { id } of [consumer, provider]) {
    deleteOrphanVersions(database, id);
    deleteOrphanPacticipant(database, id);
  }
}
