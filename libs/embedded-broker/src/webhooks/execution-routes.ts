import type { Database } from '../database/index.ts';
import { ok, resource, type Call, type Reply, type Routing, type Urls } from '../http/index.ts';
import { lastPublication } from '../pacts/index.ts';
import { execute, showsResponses } from './execute.ts';
import { executionRepresentation } from './execution-representation.ts';
import { contractFacts } from './facts-store.ts';
import { webhookInput } from './input.ts';
import { placeholderFacts, placeholderVerification } from './placeholder-facts.ts';
import { inputContext, requiredWebhook, scopeIds } from './lookup.ts';
import type { ContractFacts } from './template-parameters.ts';
import type { WebhookInput } from './webhook.ts';

/** Test runs of webhooks, saved ones and drafts; they wait for the answer (api.md A44, A45). */
export function webhookExecutionRoutes(routing: Routing): void {
  const { database } = routing;
  resource(routing, '/webhooks/execute', {
    post: {
      wait: async (call) => run(routing, call, webhookInput(call.json, inputContext(routing)), undefined),
    },
  });
  resource(routing, '/webhooks/:uuid/execute', {
    post: {
      wait: async (call) => {
        const webhook = requiredWebhook(database, call);
        return run(routing, call, webhook, webhook.uuid);
      },
    },
  });
}

async function run(
  { database, settings, clock }: Routing,
  { urls, url }: Call,
  webhook: WebhookInput,
  uuid: string | undefined,
): Promise<Reply> {
  const facts = exampleFacts(database, webhook, urls);
  const execution = await execute(
    { uuid, request: webhook.request, context: { base_url: urls.base, event_name: 'test' }, facts },
    settings,
    { now: () => clock().toISOString() },
  );
  return ok(
    executionRepresentation(execution, {
      logs: execution.log(execution.success ? undefined : 'Webhook execution failed'),
      showsResponse: showsResponses(settings),
      baseUrl: urls.base,
      webhookUrl: uuid === undefined ? undefined : urls.webhook(uuid),
      url,
    }),
  );
}

/** What a test run tells: of the last pact that the webhook is for, and of its last result where the webhook is about results. */
function exampleFacts(database: Database, webhook: WebhookInput, urls: Urls): ContractFacts {
  const { consumerId, providerId } = scopeIds(database, webhook);
  const publication = lastPublication(database, consumerId, providerId);
  const facts = publication ? contractFacts(database, publication, null, urls) : placeholderFacts(urls);
  const needsResult = webhook.events.some((name) => name.startsWith('provider_verification_'));
  if (facts.verification || !needsResult) return facts;
  return { ...facts, verification: placeholderVerification(urls) };
}
