import { timestamps, type Urls } from '../../http/index.ts';
import { pacticipantLink } from '../../pacticipants/index.ts';
import { displayDescription, scopeDescription } from './descriptions.ts';
import { maskedPassword, maskedTemplateHeaders, maskedUrl } from './masking.ts';
import type { RequestTemplate, Scope, Webhook } from './webhook.ts';

/** A webhook in HAL, with its secrets masked. Source: docs/official-broker/webhooks.md#a-webhook. */
export function webhookRepresentation(webhook: Webhook, urls: Urls): object {
  const { uuid, consumer, provider, enabled, request, events } = webhook;
  const description = displayDescription(webhook);
  const href = urls.webhook(uuid);
  return {
    uuid,
    description,
    ...(consumer ? { consumer } : {}),
    ...(provider ? { provider } : {}),
    enabled,
    request: requestRepresentation(request),
    events: events.map((name) => ({ name })),
    ...timestamps(webhook),
    _links: {
      self: { title: description, href },
      'pb:execute': {
        title:
          'Test the execution of the webhook with the latest matching pact or verification by sending a POST request to this URL',
        href: `${href}/execute`,
      },
      ...scopeLink('consumer', consumer, urls),
      ...scopeLink('provider', provider, urls),
      ...(consumer?.name !== undefined && provider?.name !== undefined
        ? {
            'pb:pact-webhooks': {
              title: `All webhooks for consumer ${consumer.name} and provider ${provider.name}`,
              href: urls.webhooksOfIntegration(consumer.name, provider.name),
            },
          }
        : {}),
      'pb:webhooks': { title: 'All webhooks', href: urls.webhooks() },
    },
  };
}

/** A list of webhooks, as links. */
export function webhooksRepresentation(
  webhooks: readonly Webhook[],
  { title, href }: { readonly title: string; readonly href: string },
  urls: Urls,
): object {
  return {
    _links: {
      self: { title, href },
      'pb:create': { title: 'POST to create a webhook', href },
      'pb:webhooks': webhooks.map((webhook) => ({
        title: scopeDescription(webhook),
        name: displayDescription(webhook),
        href: urls.webhook(webhook.uuid),
      })),
      curies: [{ name: 'pb', href: `${urls.base}/doc/webhooks-{rel}`, templated: true }],
    },
  };
}

function requestRepresentation({ method, url, headers, body, username, password }: RequestTemplate): object {
  return {
    method,
    url: maskedUrl(url),
    ...(Object.keys(headers).length > 0 ? { headers: maskedTemplateHeaders(headers) } : {}),
    ...(body === null ? {} : { body: JSON.parse(body) as unknown }),
    ...(username === null ? {} : { username }),
    ...(password === null ? {} : { password: maskedPassword(password) }),
  };
}

function scopeLink(role: 'consumer' | 'provider', scope: Scope | undefined, urls: Urls): object {
  const title = role === 'consumer' ? 'Consumer' : 'Provider';
  if (scope?.name !== undefined) return { [`pb:${role}`]: pacticipantLink(scope.name, urls, title) };
  if (scope?.label === undefined) return {};
  const { label } = scope;
  return {
    [`pb:${role}s`]: { title: `${title}s by label`, name: label, href: urls.pacticipantsWithLabel(label) },
  };
}
