import type { Database } from '../../database/index.ts';
import {
  created,
  mediaTypes,
  noContent,
  notFoundByName,
  ok,
  resource,
  type Call,
  type Reply,
  type Routing,
} from '../../http/index.ts';
import { findPacticipant } from '../../pacticipants/index.ts';
import { createWebhook } from './create.ts';
import { webhookInput } from './input.ts';
import { inputContext, requiredWebhook, scopeIds } from './lookup.ts';
import { webhookRepresentation, webhooksRepresentation } from './representation.ts';
import {
  deleteWebhook,
  findWebhook,
  insertWebhook,
  listWebhooks,
  listWebhooksOf,
  updateWebhook,
  type ScopeIds,
} from './store.ts';
import type { Scope, Webhook, WebhookInput } from './webhook.ts';

/** Routes of webhooks: all, those of a consumer or provider, and single ones. Source: docs/official-broker/webhooks.md#routes. */
export function webhookRoutes(routing: Routing): void {
  const { database } = routing;
  const read = ({ json }: Call) => webhookInput(json, inputContext(routing));

  resource(routing, '/webhooks', {
    get: ({ url, urls }) =>
      ok(
        webhooksRepresentation(listWebhooks(database), { title: 'Webhooks', href: withoutQuery(url) }, urls),
      ),
    post: { consumes: [mediaTypes.json], handle: (call) => create(database, read(call), call) },
  });

  for (const [path, title] of [
    ['/webhooks/provider/:provider/consumer/:consumer', 'Webhooks'],
    ['/webhooks/provider/:provider', 'Webhooks'],
    ['/webhooks/consumer/:consumer', 'Webhooks'],
    ['/pacts/provider/:provider/consumer/:consumer/webhooks', 'Pact webhooks'],
  ] as const) {
    resource(routing, path, {
      get(call) {
        const webhooks = listWebhooksOf(database, requiredScope(database, call));
        return ok(webhooksRepresentation(webhooks, { title, href: withoutQuery(call.url) }, call.urls));
      },
      post: {
        consumes: [mediaTypes.json],
        handle(call) {
          const input = read(call);
          requiredScope(database, call);
          const { consumer, provider } = call.params;
          return create(
            database,
            {
              ...input,
              consumer: input.consumer ?? named(consumer),
              provider: input.provider ?? named(provider),
            },
            call,
          );
        },
      },
    });
  }

  resource(routing, '/webhooks/:uuid', {
    get: (call) => ok(webhookRepresentation(requiredWebhook(database, call), call.urls)),
    put: {
      consumes: [mediaTypes.json],
      handle({ params, json, urls, now }) {
        const { uuid = '' } = params;
        const existing = findWebhook(database, uuid);
        const input = webhookInput(json, { ...inputContext(routing), uuid, existing });
        const ids = scopeIds(database, input);
        if (existing) updateWebhook(database, existing.id, input, ids, now);
        else insertWebhook(database, uuid, input, ids, now);
        const body = webhookRepresentation(findWebhook(database, uuid) as Webhook, urls);
        return existing ? ok(body) : created(body);
      },
    },
    delete(call) {
      deleteWebhook(database, requiredWebhook(database, call).id);
      return noContent;
    },
  });
}

function create(database: Database, input: WebhookInput, { urls, now }: Call): Reply {
  const uuid = createWebhook(database, input, now);
  return created(webhookRepresentation(findWebhook(database, uuid) as Webhook, urls), urls.webhook(uuid));
}

function requiredScope(database: Database, { params }: Call): ScopeIds {
  const idOf = (role: 'consumer' | 'provider') => {
    const name = params[role];
    if (name === undefined) return null;
    const pacticipant = findPacticipant(database, name);
    if (!pacticipant) throw notFoundByName(role, name);
    return pacticipant.id;
  };
  return { consumerId: idOf('consumer'), providerId: idOf('provider') };
}

function named(name: string | undefined): Scope | undefined {
  return name === undefined ? undefined : { name };
}

function withoutQuery(url: string): string {
  return url.replace(/\?.*$/s, '');
}
