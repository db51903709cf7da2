import type { Database } from '../database/index.ts';
import { findOrCreatePacticipant } from '../pacticipants/index.ts';
import { createVersion, findVersion, findVersionById, type Version } from './store.ts';

/** The version, made first when missing — with its pacticipant where that is missing too. */
export function findOrCreateVersion(
  database: Database,
  pacticipant: string,
  number: string,
  now: string,
): { version: Version; isNew: boolean } {
  const existing = findVersion(database, pacticipant, number);
  if (existing) return { version: existing, isNew: false };
  const id = createVersion(database, findOrCreatePacticipant(database, pacticipant, now).id, number, now);
  return { version: findVersionById(database, id) as Version, isNew: true };
}
