import type { Database } from '../database/index.ts';
import { checkAddressable, limitOf, type Page } from '../http/index.ts';

export interface Label {
  readonly name: string;
  readonly createdAt: string;
}

export function findLabel(database: Database, pacticipantId: number, name: string): Label | undefined {
  return database.get(
    'SELECT name, created_at AS createdAt FROM labels WHERE pacticipant_id = ? AND name = ?',
    pacticipantId,
    name,
  );
}

/** Names of a pacticipant's labels, sorted. */
export function labelsOfPacticipant(database: Database, pacticipantId: number): string[] {
  return labelsOfPacticipants(database, [pacticipantId]).get(pacticipantId) ?? [];
}

/** The same for many pacticipants; one without any has no entry. */
export function labelsOfPacticipants(
  database: Database,
  pacticipantIds: readonly number[],
): Map<number, string[]> {
  const rows = database.all<{ readonly id: number; readonly name: string }>(
    `SELECT l.pacticipant_id AS id, l.name FROM json_each(?) pacticipant
     CROSS JOIN labels l ON l.pacticipant_id = pacticipant.value ORDER BY l.name`,
    JSON.stringify(pacticipantIds),
  );
  const byPacticipant = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byPacticipant].map(([id, group]) => [id, group.map(({ name }) => name)]));
}

/** Names of all labels there are, sorted. */
export function listLabelNames(database: Database, page: Page | undefined): string[] {
  const { limit, offset } = limitOf(page);
  return database
    .all<{ name: string }>('SELECT DISTINCT name FROM labels ORDER BY name LIMIT ? OFFSET ?', limit, offset)
    .map(({ name }) => name);
}

export function countLabelNames(database: Database): number {
  return database.get<{ count: number }>('SELECT count(DISTINCT name) AS count FROM labels')?.count ?? 0;
}

/**
 * @returns whether the label is new to the pacticipant
 * @throws ValidationError for a name that no URL can have
 */
export function insertLabel(database: Database, pacticipantId: number, name: string, now: string): boolean {
  checkAddressable('label', name);
  return (
    database.run(
      'INSERT INTO labels (pacticipant_id, name, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      pacticipantId,
      name,
      now,
    ) === 1
  );
}

export function deleteLabel(database: Database, pacticipantId: number, name: string): void {
  database.run('DELETE FROM labels WHERE pacticipant_id = ? AND name = ?', pacticipantId, name);
}
