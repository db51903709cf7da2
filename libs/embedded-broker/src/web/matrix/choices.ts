import { listBranches } from '../../branches/index.ts';
import type { Database } from '../../database/index.ts';
import { listEnvironments, type Environment } from '../../environments/index.ts';
import { findPacticipants, pacticipantNames } from '../../pacticipants/index.ts';

/** What the form's pickers offer. */
export interface Choices {
  readonly pacticipants: readonly string[];
  readonly environments: readonly Environment[];
  /** The branches of those pacticipants that the question is about, the newest first. */
  readonly branches: readonly string[];
}

const mostBranches = 50;

/** Reads what there is to choose from. */
export function choicesFor(database: Database, names: readonly string[]): Choices {
  const page = { number: 1, size: mostBranches };
  const branches = findPacticipants(database, names).flatMap(({ id }) =>
    listBranches(database, id, '', page).map(({ name }) => name),
  );
  return {
    pacticipants: pacticipantNames(database),
    environments: listEnvironments(database),
    branches: [...new Set(branches)],
  };
}
