import type { Database } from '../../database/index.ts';

/** Something that belongs to a pacticipant. */
export interface OwnedHit {
  readonly pacticipant: string;
  readonly name: string;
}

/** What was found of each kind, at most `mostHits` of it. */
export interface Hits {
  readonly pacticipants: readonly string[];
  readonly versions: readonly OwnedHit[];
  readonly branches: readonly OwnedHit[];
  readonly tags: readonly OwnedHit[];
  readonly environments: readonly { readonly uuid: string; readonly name: string }[];
  readonly labels: readonly string[];
  readonly webhooks: readonly { readonly uuid: string; readonly name: string }[];
}

/** How many of a kind are shown. */
export const mostHits = 20;

/** How many versions with the same beginning are looked at, so that "1" is answered fast. */
const mostVersions = 2000;

/**
 * Finds everything with a text in its name, in any case; of versions, whose number starts with it as it is written.
 * @param text not empty
 */
export function search(database: Database, text: string): Hits {
  const containing = <Row>(sql: string) => database.all<Row>(`${sql} LIMIT ${mostHits}`, text);
  const named = (sql: string) => containing<{ name: string }>(sql).map(({ name }) => name);
  return {
    pacticipants: named(
      `SELECT name FROM pacticipants WHERE ${has('name')} OR ${has('display_name')} ORDER BY lower(name), name`,
    ),
    versions: versionsStartingWith(database, text),
    branches: containing(
      `SELECT p.name AS pacticipant, b.name FROM branches b JOIN pacticipants p ON p.id = b.pacticipant_id
       WHERE ${has('b.name')} ORDER BY b.id DESC`,
    ),
    tags: containing(
      `SELECT p.name AS pacticipant, t.name FROM tag_heads t JOIN pacticipants p ON p.id = t.pacticipant_id
       WHERE ${has('t.name')} ORDER BY t.name, lower(p.name)`,
    ),
    environments: containing(
      `SELECT uuid, display_name AS name FROM environments WHERE ${has('name')} OR ${has('display_name')} ORDER BY lower(display_name)`,
    ),
    labels: named(`SELECT DISTINCT name FROM labels WHERE ${has('name')} ORDER BY name`),
    webhooks: containing(
      `SELECT uuid, description AS name FROM webhooks WHERE ${has('description')} ORDER BY id`,
    ),
  };
}

const has = (column: string) => `instr(lower(${column}), lower(?1)) > 0`;

/** By the index of each pacticipant's numbers: reading through all versions would take longer with every build. */
function versionsStartingWith(database: Database, text: string): OwnedHit[] {
  return database.all(
    `SELECT pacticipant, name FROM (
       SELECT p.name AS pacticipant, v.number AS name, v.id FROM pacticipants p
       CROSS JOIN versions v ON v.pacticipant_id = p.id AND v.number >= ?1 AND v.number < ?2
       LIMIT ${mostVersions})
     ORDER BY id DESC LIMIT ${mostHits}`,
    text,
    `${text}\u{10ffff}`,
  );
}
