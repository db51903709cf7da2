import type { Database } from '../database/index.ts';
import { createPacticipant, findPacticipant, type Pacticipant, type PacticipantDetails } from './store.ts';

/** What is known of a pacticipant of which only the name was said. */
export const noDetails: PacticipantDetails = {
  displayName: null,
  repositoryUrl: null,
  repositoryName: null,
  repositoryNamespace: null,
  mainBranch: null,
};

/** The pacticipant, made first when missing. */
export function findOrCreatePacticipant(database: Database, name: string, now: string): Pacticipant {
  return findPacticipant(database, name) ?? createPacticipant(database, name, noDetails, now);
}
