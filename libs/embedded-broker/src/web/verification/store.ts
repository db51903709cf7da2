import type { Database } from '../../database/index.ts';

/** Under what conditions a pact was verified. */
export interface Circumstances {
  /** Whether a failure did not fail the provider's build; null where the verifier did not know. */
  readonly pending: boolean | null;
  /** Whether the pact came along as work in progress, without being asked for. */
  readonly wip: boolean;
}

export function circumstancesOf(database: Database, number: number): Circumstances {
  const row = database.get<{ pending: number | null; wip: number }>(
    'SELECT pact_pending AS pending, wip FROM verifications WHERE number = ?',
    number,
  );
  return { pending: isTrue(row?.pending ?? null), wip: row?.wip === 1 };
}

function isTrue(value: number | null): boolean | null {
  return value === null ? null : value === 1;
}

/** The consumer versions that have a content, newest first. */
export function consumerVersionsWithContent(
  database: Database,
  pactVersionId: number,
  most: number,
): { readonly number: string }[] {
  return database.all(
    `SELECT v.number FROM pact_publications pp JOIN versions v ON v.id = pp.consumer_version_id
     WHERE pp.pact_version_id = ? AND pp.latest = 1 ORDER BY pp.consumer_version_id DESC LIMIT ?`,
    pactVersionId,
    most,
  );
}
