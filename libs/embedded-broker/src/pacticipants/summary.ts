import type { Database } from '../database/index.ts';
import type { Urls } from '../http/index.ts';
import { labelsOfPacticipants } from '../labels/index.ts';
import { latestVersionNumbers } from '../versions/index.ts';
import { pacticipantRepresentation, type PacticipantContext } from './representation.ts';
import type { Pacticipant } from './store.ts';

/** Pacticipants with their labels and latest versions, as lists show them; read for all of them at once. */
export function pacticipantSummaries(
  database: Database,
  pacticipants: readonly Pacticipant[],
  urls: Urls,
  more: PacticipantContext = {},
): object[] {
  const ids = pacticipants.map(({ id }) => id);
  const latest = latestVersionNumbers(database, ids);
  const labels = labelsOfPacticipants(database, ids);
  return pacticipants.map((pacticipant) =>
    pacticipantRepresentation(
      pacticipant,
      { latestVersionNumber: latest.get(pacticipant.id), labels: labels.get(pacticipant.id) ?? [], ...more },
      urls,
    ),
  );
}

/** The same of one. */
export function pacticipantSummary(
  database: Database,
  pacticipant: Pacticipant,
  urls: Urls,
  more: PacticipantContext = {},
): object {
  return pacticipantSummaries(database, [pacticipant], urls, more)[0] as object;
}
