import { setTimeout as pause } from 'node:timers/promises';
import {
  BrokerResponseError,
  BrokerUnreachableError,
  requireLink,
  type HalResource,
} from '@pact-workshop/broker-client';
import { resultsOf, type VerificationResult, type VerifiedContent } from '../inventory/index.ts';
import { keyOf } from '../plan/index.ts';
import { indexLink } from '../side.ts';
import { isRefusal, unlessRefused, type Carrying } from './carrying.ts';

/** Some brokers give the results of the tests in the extended type only; others don't know it. */
const extended = 'application/vnd.pactbrokerextended.v1+json, application/hal+json;q=0.9';
const attempts = 5;
/** The first pause before a repetition, in milliseconds; each next one is twice as long. */
const firstDelayMs = 200;

/**
 * Carries one result: read in full from the source, and published for the same content at the target.
 * @param alike how many results that count as the same the target has before
 */
export async function carryResult(
  carrying: Carrying,
  content: VerifiedContent,
  result: VerificationResult,
  alike: number,
): Promise<void> {
  const { consumer, consumerVersion, provider } = content;
  const body = resultBody(await carrying.from.client.get(result.url, extended));
  const what = `the result of ${provider} ${result.providerVersion} for the pact of ${consumer} ${consumerVersion}`;
  await unlessRefused(carrying, what, async () => {
    const pact = await carrying.to.client.get(
      indexLink(carrying.to, 'pb:publish-pact', {
        provider,
        consumer,
        consumerApplicationVersion: consumerVersion,
      }),
    );
    const url = requireLink(pact, 'pb:publish-verification-results', carrying.to.client.baseUrl);
    await postOnce(carrying, url, body, async () => (await count(carrying, content, result)) > alike);
  });
}

/**
 * Publishes a result exactly once: where it is not known whether the broker stored it (no answer, 5xx), its results are
 * counted before the next attempt, as a result published twice would be there twice.
 */
async function postOnce(
  { once, slowDown }: Carrying,
  url: string,
  body: object,
  isThere: () => Promise<boolean>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await once.client.post(url, body);
      return;
    } catch (error) {
      if (isRefusal(error) || !isUncertain(error) || attempt === attempts) throw error;
      slowDown();
      await pause(firstDelayMs * 2 ** (attempt - 1));
      if (await isThere()) return;
    }
  }
}

const isUncertain = (error: unknown): boolean =>
  error instanceof BrokerUnreachableError || error instanceof BrokerResponseError;

async function count(
  { to }: Carrying,
  content: VerifiedContent,
  result: VerificationResult,
): Promise<number> {
  const results = await resultsOf(to, content);
  return results.filter((other) => keyOf(other) === keyOf(result)).length;
}

interface VerifiedBy {
  readonly implementation?: string;
  readonly version?: string;
  readonly client_implementation?: string;
  readonly client_version?: string;
  readonly client_test_framework?: string;
}

/**
 * The body that publishes a result, from the one that shows it: the client's fields have other names there.
 * Source: docs/official-broker/verification-results.md#representation.
 */
function resultBody(shown: HalResource): object {
  const { success, providerApplicationVersion, buildUrl, testResults } = shown;
  const by = (shown['verifiedBy'] ?? {}) as VerifiedBy;
  const client = defined({
    name: by.client_implementation,
    version: by.client_version,
    testFramework: by.client_test_framework,
  });
  const verifiedBy = defined({
    implementation: by.implementation,
    version: by.version,
    clientLanguage: Object.keys(client).length > 0 ? client : undefined,
  });
  return defined({
    success,
    providerApplicationVersion,
    buildUrl,
    testResults,
    verifiedBy: Object.keys(verifiedBy).length > 0 ? verifiedBy : undefined,
  });
}

const defined = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
