import { listBranches } from '../../branches/index.ts';
import type { Database } from '../../database/index.ts';
import { listEnvironments, type Environment } from '../../environments/index.ts';
import { findPacticipants, pacticipantNames } from '../../pacticipants/index.ts';
import { listVersions } from '../../versions/index.ts';

/** What the form's pickers offer. */
export interface Choices {
  readonly pacticipants: readonly string[];
  readonly environments: readonly Environment[];
  /** The branches of those pacticipants that the question is about, the newest first. */
  readonly branches: readonly string[];
  /** Their newest versions. */
  readonly versions: readonly string[];
}

const most = 30;

/** Reads what there is to choose from. */
export function choicesFor(database: Database, names: readonly string[]): Choices {
  const page = { number: 1, size: most };
  const pacticipants = findPacticipants(database, names);
  const branches = pacticipants.flatMap(({ id }) => listBranches(database, id, '', page));
  const versions = pacticipants.flatMap(({ id }) => listVersions(database, id, page));
  return {
    pacticipants: pacticipantNames(database),
    environments: listEnvironments(database),
    branches: [...new Set(branches.map(({ name }) => name))],
    versions: [...new Set(versions.map(({ number }) => number))],
  };
}
