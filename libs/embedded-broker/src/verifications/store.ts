import type { Database } from '../database/index.ts';

/** The result of verifying a content with a provider version. */
export interface Verification {
  /** One ascending sequence for the whole broker. */
  readonly number: number;
  readonly pactVersionId: number;
  readonly providerName: string;
  readonly providerVersionId: number;
  readonly providerVersionNumber: string;
  readonly success: boolean;
  readonly buildUrl: string | null;
  readonly testResults: string | null;
  readonly verifiedBy: string | null;
  readonly createdAt: string;
}

export interface NewVerification {
  readonly pactVersionId: number;
  readonly providerVersionId: number;
  readonly success: boolean;
  readonly wip: boolean;
  readonly pactPending: boolean | undefined;
  readonly buildUrl: string | undefined;
  /** JSON text. */
  readonly testResults: string | undefined;
  /** JSON text. */
  readonly verifiedBy: string | undefined;
}

type Row = Omit<Verification, 'success'> & { readonly success: number };

const select = `SELECT r.number, r.pact_version_id AS pactVersionId, p.name AS providerName, r.provider_version_id AS providerVersionId,
  v.number AS providerVersionNumber, r.success, r.build_url AS buildUrl, r.test_results AS testResults,
  r.verified_by AS verifiedBy, r.created_at AS createdAt
  FROM verifications r JOIN versions v ON v.id = r.provider_version_id JOIN pacticipants p ON p.id = v.pacticipant_id`;

export function findVerification(
  database: Database,
  pactVersionId: number,
  number: number,
): Verification | undefined {
  return fromRow(
    database.get<Row>(`${select} WHERE r.pact_version_id = ? AND r.number = ?`, pactVersionId, number),
  );
}

/** The result published last for a content. */
export function latestVerification(database: Database, pactVersionId: number): Verification | undefined {
  return fromRow(
    database.get<Row>(`${select} WHERE r.pact_version_id = ? ORDER BY r.number DESC LIMIT 1`, pactVersionId),
  );
}

/** The same for many contents; one without any result has no entry. */
export function latestVerifications(
  database: Database,
  pactVersionIds: readonly number[],
): ReadonlyMap<number, Verification> {
  const rows = database.all<Row>(
    `${select} WHERE r.number IN (
       SELECT (SELECT max(number) FROM verifications WHERE pact_version_id = content.value) FROM json_each(?) content)`,
    JSON.stringify(pactVersionIds),
  );
  return new Map(rows.map((row) => [row.pactVersionId, fromRow(row) as Verification]));
}

/** The same among the results of versions on the provider's main branch. */
export function latestVerificationFromMainBranch(
  database: Database,
  pactVersionId: number,
  providerId: number,
): Verification | undefined {
  return fromRow(
    database.get<Row>(
      `${select} WHERE r.pact_version_id = ? AND EXISTS (
         SELECT 1 FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id JOIN pacticipants m ON m.id = b.pacticipant_id
         WHERE bv.version_id = r.provider_version_id AND m.id = ? AND b.name = m.main_branch)
       ORDER BY r.number DESC LIMIT 1`,
      pactVersionId,
      providerId,
    ),
  );
}

/** Stores a result; it becomes the one that counts for its content and provider version. */
export function insertVerification(database: Database, result: NewVerification, now: string): Verification {
  database.run(
    'UPDATE verifications SET latest = 0 WHERE pact_version_id = ? AND provider_version_id = ? AND latest = 1',
    result.pactVersionId,
    result.providerVersionId,
  );
  const number = database.insert(
    `INSERT INTO verifications
       (pact_version_id, provider_version_id, success, latest, wip, pact_pending, build_url, test_results, verified_by, created_at)
     VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`,
    result.pactVersionId,
    result.providerVersionId,
    result.success,
    result.wip,
    result.pactPending,
    result.buildUrl,
    result.testResults,
    result.verifiedBy,
    now,
  );
  database.run(
    `UPDATE integrations SET contract_data_updated_at = ?
     WHERE (provider_id, consumer_id) = (SELECT provider_id, consumer_id FROM pact_versions WHERE id = ?)`,
    now,
    result.pactVersionId,
  );
  return findVerification(database, result.pactVersionId, number) as Verification;
}

/** Removes a result; the one before it of the same content and provider version counts again. */
export function deleteVerification(
  database: Database,
  { number, pactVersionId, providerVersionId }: Verification,
): void {
  database.run('DELETE FROM verifications WHERE number = ?', number);
  database.run(
    `UPDATE verifications SET latest = 1 WHERE number = (
       SELECT max(number) FROM verifications WHERE pact_version_id = ? AND provider_version_id = ?)`,
    pactVersionId,
    providerVersionId,
  );
}

/** Whether there is a result of a provider for a consumer; nothing is looked for where there never was one. */
export function hasVerifications(database: Database, consumerId: number, providerId: number): boolean {
  return (
    database.get(
      `SELECT 1 FROM integrations i
       CROSS JOIN pact_versions pv ON pv.provider_id = i.provider_id AND pv.consumer_id = i.consumer_id
       CROSS JOIN verifications r ON r.pact_version_id = pv.id
       WHERE i.consumer_id = ? AND i.provider_id = ? AND i.first_verified_at IS NOT NULL LIMIT 1`,
      consumerId,
      providerId,
    ) !== undefined
  );
}

function fromRow(row: Row | undefined): Verification | undefined {
  return row && { ...row, success: row.success === 1 };
}
