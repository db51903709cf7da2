import { ok, resource, type Call, type Reply, type Routing } from '../../http/index.ts';
import { webhookInput } from '../definition/input.ts';
import { inputContext, requiredWebhook } from '../definition/lookup.ts';
import type { WebhookInput } from '../definition/webhook.ts';
import { showsResponses } from './attempt.ts';
import { testRunRepresentation } from './test-run-representation.ts';
import { testRun, testRunLog } from './test-run.ts';

/**
 * Routes of test runs, of saved webhooks and of drafts; they wait for the receiver.
 * Source: docs/official-broker/webhooks.md#test-runs.
 */
export function testRunRoutes(routing: Routing): void {
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
  routing: Routing,
  { urls, url }: Call,
  webhook: WebhookInput,
  uuid: string | undefined,
): Promise<Reply> {
  const attempt = await testRun(routing, webhook, uuid, urls);
  return ok(
    testRunRepresentation(attempt, {
      logs: testRunLog(attempt),
      showsResponse: showsResponses(routing.settings),
      baseUrl: urls.base,
      webhookUrl: uuid === undefined ? undefined : urls.webhook(uuid),
      url,
    }),
  );
}
