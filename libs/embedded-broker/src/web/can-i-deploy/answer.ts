import {
  evaluateMatrix,
  matrixQuery,
  versionFacts,
  type Known,
  type MatrixRow,
  type Verdict,
  type VersionFacts,
} from '../../matrix/index.ts';
import type { Database } from '../../database/index.ts';
import { pendingFailuresOf } from './pending-failures.ts';
import { queryString } from '../matrix/address.ts';
import { matrixParameters, type DeployQuestion } from './question.ts';

/** The broker's answer to a question. */
export interface DeployAnswer {
  readonly question: DeployQuestion;
  readonly verdict: Verdict;
  readonly factsOf: (versionId: number) => VersionFacts;
  /** The question as a query of the matrix. */
  readonly query: string;
  /** The interactions that failed in a row although their contract marks them as pending, by their descriptions. */
  readonly pendingFailures: (row: MatrixRow) => readonly string[];
}

/**
 * Answers with the evaluation that the API answers with: API, command line and page share one evaluation.
 * @throws MessagesError with what is wrong with the question
 */
export function answerTo(database: Database, question: DeployQuestion, known: Known): DeployAnswer {
  const query = { ...matrixQuery(matrixParameters(question), known), limit: Number.MAX_SAFE_INTEGER };
  const verdict = evaluateMatrix(database, query);
  const ids = verdict.considered.flatMap(({ pact, providerVersion }) => [
    pact.consumerVersion.id,
    ...(providerVersion ? [providerVersion.id] : []),
  ]);
  return {
    question,
    verdict,
    factsOf: versionFacts(database, ids),
    query: queryString(query),
    pendingFailures: (row) => pendingFailuresOf(database, row),
  };
}
