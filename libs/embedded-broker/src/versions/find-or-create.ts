import type { Database } from '../database/index.ts';
import { findOrCreatePacticipant } from '../pacticipants/index.ts';
import { createVersion, findVersion, type Version } from './store.ts';

/** The version, made first when missing — with its pacticipant where that is missing too. */
export function findOrCreateVersion(
  database: Database,
  pacticipant: string,
  number: string,
  now: string,
): { version: Version; isNew: boolean } {
  const existing = findVersion(database, pacticipant, number);
  if (existing) return { version: existing, isNew: false };
  const { id: pacticipantId } = findOrCreatePacticipant(database, pacticipant, now);
  const id = createVersion(database, pacticipantId, number, now);
  const times = { createdAt: now, updatedAt: now };
  return {
    version: { id, pacticipantId, pacticipantName: pacticipant, number, buildUrl: null, ...times },
    isNew: true,
  };
}
