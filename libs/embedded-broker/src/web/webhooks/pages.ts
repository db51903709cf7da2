import { mediaTypes, NotFoundError, ValidationError, type Reply, type Routing } from '../../http/index.ts';
import { listLabelNames } from '../../labels/index.ts';
import { pacticipantNames } from '../../pacticipants/index.ts';
import {
  attemptsOf,
  countTriggeredWebhooksOf,
  createWebhook,
  deleteWebhook,
  findTriggeredWebhook,
  findWebhookById,
  inputContext,
  lastTriggeredByWebhook,
  listWebhooks,
  parameterNames,
  redeliver,
  requiredWebhook,
  scopeIds,
  testRun,
  testRunLog,
  triggeredWebhooksOf,
  updateWebhook,
  webhookInput,
  type TriggeredWebhook,
  type Webhook,
} from '../../webhooks/index.ts';
import { pageAsked } from '../components/paging.ts';
import { seeOther, type PageCall, type PageRoute } from '../page-route.ts';
import { deletionPage } from './deletion-page.ts';
import type { Errors } from './field.ts';
import { formBody } from './form-body.ts';
import { formPage } from './form-page.ts';
import { newWebhook, valuesOf, valuesTyped, type FormValues } from './form-values.ts';
import { webhookForm } from './form.ts';
import { webhooksPage } from './list-page.ts';
import { testRunPage } from './test-run-page.ts';
import { triggeredWebhookPage } from './triggered-webhook-page.ts';
import { webhookPage } from './webhook-page.ts';

/** Webhooks and what they were triggered by. Forms write by the same rules and stores as the API. */
export function webhookPages(routing: Routing): PageRoute[] {
  const { database, settings } = routing;

  const showForm = (
    values: FormValues,
    existing: Webhook | undefined,
    call: PageCall,
    errors: Errors = {},
  ) => {
    const choices = {
      pacticipants: pacticipantNames(database),
      labels: listLabelNames(database, undefined),
      methods: settings.webhookHttpMethodWhitelist,
      parameters: parameterNames(call.urls),
    };
    const { links } = call;
    const action = existing ? `${links.webhook(existing.uuid)}/edit` : links.to('/webhooks/new');
    const submit = existing ? 'Save' : 'Create the webhook';
    const title = existing ? 'Edit a webhook' : 'New webhook';
    return formPage(title, existing, webhookForm(action, values, choices, errors, submit), call);
  };

  /** Saves the webhook of a form; when the form has mistakes, answers with the form again. */
  const save = (existing: Webhook | undefined, call: PageCall): Reply => {
    const { body, errors } = formBody(call.form);
    try {
      const input = inputOf(body, errors, { ...inputContext(routing), existing });
      if (existing) updateWebhook(database, existing.id, input, scopeIds(database, input), call.now);
      const uuid = existing?.uuid ?? createWebhook(database, input, call.now);
      return seeOther(call.links.webhook(uuid));
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error;
      const values = valuesTyped(call.form, existing?.request.password !== null && existing !== undefined);
      return {
        status: 400,
        body: showForm(values, existing, call, error.errors),
        contentType: mediaTypes.html,
      };
    }
  };

  const requiredTriggeredWebhook = ({ params }: PageCall): TriggeredWebhook => {
    const triggered = findTriggeredWebhook(database, params['uuid'] ?? '');
    if (!triggered) throw new NotFoundError();
    return triggered;
  };

  return [
    {
      path: '/webhooks',
      get: (call) => webhooksPage(listWebhooks(database), lastTriggeredByWebhook(database), call),
    },
    {
      path: '/webhooks/new',
      get: (call) => showForm(newWebhook, undefined, call),
      post: (call) => save(undefined, call),
    },
    {
      path: '/webhooks/:uuid',
      get(call) {
        const webhook = requiredWebhook(database, call);
        const page = pageAsked(call.query, 50);
        const total = countTriggeredWebhooksOf(database, webhook.id);
        return webhookPage(webhook, triggeredWebhooksOf(database, webhook.id, page), { page, total }, call);
      },
    },
    {
      path: '/webhooks/:uuid/edit',
      get(call) {
        const webhook = requiredWebhook(database, call);
        return showForm(valuesOf(webhook), webhook, call);
      },
      post: (call) => save(requiredWebhook(database, call), call),
    },
    {
      path: '/webhooks/:uuid/test',
      get: (call) => seeOther(call.links.webhook(requiredWebhook(database, call).uuid)),
      async postAndWait(call) {
        const webhook = requiredWebhook(database, call);
        const attempt = await testRun(routing, webhook, webhook.uuid, call.urls);
        return testRunPage(webhook, { success: attempt.success, log: testRunLog(attempt) }, call);
      },
    },
    {
      path: '/webhooks/:uuid/delete',
      get: (call) => deletionPage(requiredWebhook(database, call), call),
      post(call) {
        deleteWebhook(database, requiredWebhook(database, call).id);
        return seeOther(call.links.webhooks());
      },
    },
    {
      path: '/triggered-webhooks/:uuid/logs',
      get(call) {
        const triggered = requiredTriggeredWebhook(call);
        const { webhookId, id } = triggered;
        const webhook = webhookId === null ? undefined : findWebhookById(database, webhookId);
        return triggeredWebhookPage(triggered, webhook, attemptsOf(database, id), call);
      },
    },
    {
      path: '/triggered-webhooks/:uuid/run-again',
      post(call) {
        const triggered = requiredTriggeredWebhook(call);
        redeliver(database, triggered, call.now);
        return seeOther(call.links.triggeredWebhookLogs(triggered.uuid));
      },
    },
  ];
}

/**
 * Reads the webhook of a form by the rules of the API.
 * @param errors the mistakes of the form itself
 * @throws ValidationError with all mistakes, by field
 */
function inputOf(
  body: Readonly<Record<string, unknown>>,
  errors: Errors,
  context: Parameters<typeof webhookInput>[1],
): ReturnType<typeof webhookInput> {
  let found: Errors = {};
  try {
    const input = webhookInput(body, context);
    if (Object.keys(errors).length === 0) return input;
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    found = error.errors;
  }
  throw new ValidationError({ ...found, ...errors });
}
