import type { Database } from '../../database/index.ts';
import type { Routing, Urls } from '../../http/index.ts';
import { lastPublication } from '../../pacts/index.ts';
import { scopeIds } from '../definition/lookup.ts';
import type { WebhookInput } from '../definition/webhook.ts';
import { makeAttempt, type Attempt } from './attempt.ts';
import { contractFacts } from './facts-store.ts';
import { placeholderFacts, placeholderVerification } from './placeholder-facts.ts';
import type { ContractFacts } from './template-parameters.ts';

/**
 * Makes one attempt of a webhook, so that people see whether it works. It is not stored.
 * @param uuid of a saved webhook, for the log; undefined for one that is not saved
 */
export function testRun(
  { database, settings, clock }: Routing,
  webhook: WebhookInput,
  uuid: string | undefined,
  urls: Urls,
): Promise<Attempt> {
  const facts = exampleFacts(database, webhook, urls);
  return makeAttempt(
    { uuid, request: webhook.request, context: { base_url: urls.base, event_name: 'test' }, facts },
    settings,
    { now: () => clock().toISOString() },
  );
}

/** The log of a test run. */
export function testRunLog(attempt: Attempt): string {
  return attempt.log(attempt.success ? undefined : 'Webhook execution failed');
}

/**
 * The facts of the last pact that the webhook applies to, by name or label; a webhook for results gets a result, too.
 * Without such a pact they are placeholders.
 */
function exampleFacts(database: Database, webhook: WebhookInput, urls: Urls): ContractFacts {
  const { consumerId, providerId } = scopeIds(database, webhook);
  const publication = lastPublication(
    database,
    { id: consumerId, label: webhook.consumer?.label },
    { id: providerId, label: webhook.provider?.label },
  );
  const facts = publication ? contractFacts(database, publication, null, urls) : placeholderFacts(urls);
  const needsResult = webhook.events.some((name) => name.startsWith('provider_verification_'));
  if (facts.verification || !needsResult) return facts;
  return { ...facts, verification: placeholderVerification(urls) };
}
