import type { Database } from '../database/index.ts';
import type { Urls } from '../http/index.ts';
import { labelsOfPacticipant } from '../labels/index.ts';
import { latestVersion } from '../versions/index.ts';
import { pacticipantRepresentation, type PacticipantContext } from './representation.ts';
import type { Pacticipant } from './store.ts';

/** A pacticipant with its labels and latest version, as lists show it. */
export function pacticipantSummary(
  database: Database,
  pacticipant: Pacticipant,
  urls: Urls,
  more: PacticipantContext = {},
): object {
  const latestVersionNumber = latestVersion(database, pacticipant.id)?.number;
  const labels = labelsOfPacticipant(database, pacticipant.id);
  return pacticipantRepresentation(pacticipant, { latestVersionNumber, labels, ...more }, urls);
}
