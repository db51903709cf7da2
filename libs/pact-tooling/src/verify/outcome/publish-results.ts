import { findLink, requireLink, type BrokerClient, type HalResource } from '@pact-workshop/broker-client';
import type { BuildInfo } from '../../build/index.ts';
import { createVersionTag } from '../../versions/index.ts';
import { ResultNotPublishedError } from '../errors.ts';
import { toolingVersion } from '../../tooling-version.ts';
import type { BrokerPact } from '../plan/index.ts';
import { failureSummary, type InteractionResult, type Outcome } from './result.ts';
import { testResults } from './test-results.ts';

/** A pact and the results of its interactions. */
export interface VerifiedPact {
  readonly pact: BrokerPact;
  readonly interactions: readonly InteractionResult[];
}

export interface ResultPublication {
  readonly provider: string;
  readonly build: BuildInfo;
  readonly tags: readonly string[];
}

/**
 * Publishes the results to the broker, one for each pact, like Pact's own verifier. The branch and the tags of the
 * provider's version come first, as the events of a result may depend on them. Prints a line for each result that the
 * broker acknowledged.
 * @throws ResultNotPublishedError if the broker did not acknowledge one of them
 */
export async function publishResults(
  client: BrokerClient,
  verified: readonly VerifiedPact[],
  { provider, build, tags }: ResultPublication,
  outcome: Outcome,
): Promise<void> {
  const missing: string[] = [];
  const attempt = async (what: string, work: () => Promise<void>) => {
    await work().catch((error: Error) => missing.push(`${what} (${error.message})`));
  };
  await attempt(`version ${build.version} of ${provider}`, async () => {
    await describeVersion(client, provider, build);
    await createVersionTag({
      broker: client.connection,
      pacticipant: provider,
      version: build.version,
      tags,
      autoCreateVersion: true,
    });
  });
  for (const one of missing.length > 0 ? [] : verified) {
    await attempt(one.pact.source, async () => {
      const success = await publishResult(client, one, build);
      // Where Pact's verifier prints its report, too.
      process.stdout.write(
        `Published the result of ${provider} ${build.version} for the pact with ${one.pact.consumer}: ${success ? 'success' : 'failure'}\n`,
      );
    });
  }
  if (missing.length === 0) return;
  const summary = outcome.success ? '' : failureSummary(outcome);
  throw new ResultNotPublishedError(missing, { ...outcome, published: false }, summary);
}

async function describeVersion(
  client: BrokerClient,
  pacticipant: string,
  { version, branch }: BuildInfo,
): Promise<void> {
  if (branch === undefined) return;
  const values = { pacticipant, version, branch };
  const url = await client.linkFromIndex('pb:pacticipant-branch-version', values);
  requireLink(await client.put(url, {}), 'self', url);
}

/** Publishes the result of a pact, and returns it. */
async function publishResult(
  client: BrokerClient,
  { pact, interactions }: VerifiedPact,
  { version, buildUrl }: BuildInfo,
): Promise<boolean> {
  const success = interactions.every(({ status }) => status === 'passed');
  const answer = await client.post(pact.resultsUrl, {
    success,
    providerApplicationVersion: version,
    buildUrl,
    testResults: testResults(pact, interactions),
    verifiedBy: { implementation: 'pact-tooling', version: toolingVersion() },
  });
  refuseUnacknowledged(answer, success, version);
  return success;
}

/** Checks the broker's answer, which has the recorded result. */
function refuseUnacknowledged(answer: HalResource, success: boolean, version: string): void {
  const isRecorded =
    findLink(answer, 'self') !== undefined &&
    answer['success'] === success &&
    answer['providerApplicationVersion'] === version;
  if (!isRecorded) throw new Error('the answer does not confirm the result');
}
