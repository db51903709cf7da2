import type { Database } from '../database/index.ts';
import { timestamp } from '../http/index.ts';
import { contentCounts, counts, firstAndLast, resultDistribution, revisionDistribution } from './store.ts';

/** The broker's counts. Source: docs/official-broker/overview.md#metrics. */
export function metricsRepresentation(database: Database): object {
  const of = counts(database);
  const count = (name: string) => of[name] ?? 0;
  const { interactions, messages } = contentCounts(database);
  return {
    interactions: {
      latestInteractionsCount: interactions,
      latestMessagesCount: messages,
      latestInteractionsAndMessagesCount: interactions + messages,
    },
    pacticipants: { count: count('pacticipants'), withMainBranchSetCount: count('withMainBranch') },
    integrations: { count: count('integrations') },
    pactPublications: { count: count('publications'), ...period(database, 'pact_publications') },
    pactVersions: { count: count('contents') },
    pactRevisionsPerConsumerVersion: { distribution: revisionDistribution(database) },
    verificationResults: {
      count: count('results'),
      successCount: count('successes'),
      failureCount: count('results') - count('successes'),
      distinctCount: count('distinctResults'),
      ...period(database, 'verifications'),
    },
    verificationResultsPerPactVersion: { distribution: resultDistribution(database) },
    pacticipantVersions: {
      count: count('versions'),
      withUserCreatedBranchCount: count('withUserCreatedBranch'),
      withBranchCount: count('withBranch'),
      withBranchSetCount: count('withBranch'),
    },
    webhooks: { count: count('webhooks') },
    tags: {
      count: count('tags'),
      distinctCount: count('distinctTags'),
      distinctWithPacticipantCount: count('distinctPacticipantTags'),
    },
    triggeredWebhooks: { count: count('triggeredWebhooks') },
    webhookExecutions: { count: count('webhookExecutions') },
    // The matrix has no size of its own: what it holds depends on the question.
    matrix: { count: -1 },
    environments: { count: count('environments') },
    deployedVersions: {
      count: count('deployments'),
      userCreatedCount: count('userCreatedDeployments'),
      currentlyDeployedCount: count('currentDeployments'),
    },
    releasedVersions: { count: count('releases'), currentlySupportedCount: count('currentReleases') },
  };
}

function period(database: Database, table: Parameters<typeof firstAndLast>[1]): object {
  const { first, last } = firstAndLast(database, table);
  return { first: first && timestamp(first), last: last && timestamp(last) };
}
