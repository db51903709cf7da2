import { setTimeout as pause } from 'node:timers/promises';
import {
  BrokerResponseError,
  BrokerUnreachableError,
  requireLink,
  type HalResource,
} from '@pact-workshop/broker-client';
import { resultsOf, type MirroredResult, type VerifiedContent } from '../inventory/index.ts';
import { keyOf } from '../plan/index.ts';
import { indexLink } from '../connected-broker.ts';
import type { CopyContext } from './context.ts';
import { isRefusal, unlessRefused } from './refusals.ts';

/** Some brokers return the test results only in the extended type; others do not know that type. */
const extended = 'application/vnd.pactbrokerextended.v1+json, application/hal+json;q=0.9';
const attempts = 5;
/** The first pause before a repetition, in milliseconds. Each next pause is twice as long. */
const firstDelayMs = 200;

/**
 * Copies one result: reads all of it from the source, and publishes it for the same content at the target.
 * @param alike how many equal results the target has before
 */
export async function copyResult(
  context: CopyContext,
  content: VerifiedContent,
  result: MirroredResult,
  alike: number,
): Promise<void> {
  const { consumer, consumerVersion, provider } = content;
  const body = resultBody(await context.from.client.get(result.url, extended));
  const what = `the result of ${provider} ${result.providerVersion} for the pact of ${consumer} ${consumerVersion}`;
  await unlessRefused(context, what, async () => {
    const pact = await context.to.client.get(
      indexLink(context.to, 'pb:publish-pact', {
        provider,
        consumer,
        consumerApplicationVersion: consumerVersion,
      }),
    );
    const url = requireLink(pact, 'pb:publish-verification-results', context.to.client.baseUrl);
    await postOnce(context, url, body, async () => (await count(context, content, result)) > alike);
  });
}

/**
 * Publishes a result exactly once. If it is unknown whether the broker stored it (no answer, 5xx), its results are
 * counted before the next attempt: a result that is published twice is stored twice.
 */
async function postOnce(
  { toWithoutRetries, slowDown }: CopyContext,
  url: string,
  body: object,
  isStored: () => Promise<boolean>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await toWithoutRetries.client.post(url, body);
      return;
    } catch (error) {
      if (isRefusal(error) || !isUncertain(error) || attempt === attempts) throw error;
      slowDown();
      await pause(firstDelayMs * 2 ** (attempt - 1));
      if (await isStored()) return;
    }
  }
}

const isUncertain = (error: unknown): boolean =>
  error instanceof BrokerUnreachableError || error instanceof BrokerResponseError;

async function count({ to }: CopyContext, content: VerifiedContent, result: MirroredResult): Promise<number> {
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
 * The body that publishes a result, from the body that shows it. The client's fields have other names there.
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
