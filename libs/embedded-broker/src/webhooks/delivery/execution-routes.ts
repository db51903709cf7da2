import { ok, resource, type Call, type Reply, type Routing } from '../../http/index.ts';
import { showsResponses } from './execute.ts';
import { executionRepresentation } from './execution-representation.ts';
import { webhookInput } from '../definition/input.ts';
import { inputContext, requiredWebhook } from '../definition/lookup.ts';
import { testLog, testRun } from './test-run.ts';
import type { WebhookInput } from '../definition/webhook.ts';

/**
 * Test runs of webhooks, saved ones and drafts; they wait for the answer.
 * Source: docs/official-broker/webhooks.md#test-runs.
 */
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
  routing: Routing,
  { urls, url }: Call,
  webhook: WebhookInput,
  uuid: string | undefined,
): Promise<Reply> {
  const execution = await testRun(routing, webhook, uuid, urls);
  return ok(
    executionRepresentation(execution, {
      logs: testLog(execution),
      showsResponse: showsResponses(routing.settings),
      baseUrl: urls.base,
      webhookUrl: uuid === undefined ? undefined : urls.webhook(uuid),
      url,
    }),
  );
}
