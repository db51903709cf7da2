import type { Database } from '../../database/index.ts';
import type { MatrixRow } from '../../matrix/index.ts';
import { interactionsOfContent } from '../pact/contract.ts';
import { testResultsOf } from '../pact/store.ts';
import { checkedInteractions } from '../verification/checked-interaction.ts';
import { interactionResults } from '../verification/test-results.ts';

/** The interactions that failed in a row although their contract marks them as pending, by their descriptions. */
export function pendingFailuresOf(database: Database, { pact, result }: MatrixRow): string[] {
  if (result?.success !== false) return [];
  const { checked } = checkedInteractions(
    interactionsOfContent(database, pact.pactVersionId),
    interactionResults(testResultsOf(database, result.number)),
  );
  const failed = checked.filter(
    ({ interaction, result: one }) => interaction.pending && one?.success === false,
  );
  return failed.map(({ interaction }) => interaction.description);
}
