import type { Database } from '../database/index.ts';
import { notFoundByName, type Call } from '../http/index.ts';
import { findPacticipant, type Pacticipant } from './store.ts';

/**
 * The pacticipant that a path names.
 * @throws MessageError (404) when there is none
 */
export function requiredPacticipant(database: Database, { params }: Pick<Call, 'params'>): Pacticipant {
  const name = params['pacticipant'] ?? '';
  const pacticipant = findPacticipant(database, name);
  if (!pacticipant) throw notFoundByName('pacticipant', name);
  return pacticipant;
}
