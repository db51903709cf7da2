import { timestamp, type Urls } from '../../http/index.ts';
import { pacticipantLink } from '../../pacticipants/index.ts';
import { pactName, type Publication } from '../../pacts/index.ts';
import { requestDescription } from '../definition/descriptions.ts';
import type { Webhook } from '../definition/webhook.ts';
import type { StoredAttempt } from './store.ts';
import type { TriggeredWebhook } from './triggered-webhook.ts';

/** A triggered webhook with its webhook; undefined when that was deleted. */
export interface ShownTriggeredWebhook {
  readonly triggered: TriggeredWebhook;
  readonly webhook: Webhook | undefined;
  /** The most attempts that a triggered webhook gets. */
  readonly maxAttempts: number;
}

/**
 * A triggered webhook in HAL. The official broker has no `pb:redeliver`.
 * Source: docs/official-broker/webhooks.md#triggered-webhooks.
 */
export function triggeredWebhookRepresentation(
  { triggered, webhook, maxAttempts }: ShownTriggeredWebhook,
  urls: Urls,
): object {
  const name = webhook && { name: requestDescription(webhook.request) };
  const logs = urls.triggeredWebhookLogs(triggered.uuid);
  return {
    ...name,
    status: triggered.status,
    attemptsMade: triggered.attemptsMade,
    attemptsRemaining: triggered.isWaiting ? maxAttempts - triggered.failures : 0,
    triggerType: 'resource_creation',
    eventName: triggered.eventName,
    triggeredAt: timestamp(triggered.createdAt),
    _links: {
      'pb:logs': { href: logs, title: 'Webhook execution logs', ...name },
      logs: { href: logs, title: 'DEPRECATED - Use pb:logs', ...name },
      ...(webhook ? { 'pb:webhook': { href: urls.webhook(webhook.uuid), title: 'Webhook', ...name } } : {}),
      ...(webhook && !triggered.isWaiting
        ? {
            'pb:redeliver': {
              href: urls.redelivery(triggered.uuid),
              title: 'POST to run this webhook again',
              ...name,
            },
          }
        : {}),
    },
  };
}

/** A list of triggered webhooks. */
export function triggeredWebhooksRepresentation(
  shown: readonly ShownTriggeredWebhook[],
  self: { readonly title: string; readonly href: string },
  urls: Urls,
): object {
  return {
    _embedded: { triggeredWebhooks: shown.map((one) => triggeredWebhookRepresentation(one, urls)) },
    _links: { self },
  };
}

/** The status of an integration's webhooks. Source: docs/official-broker/webhooks.md#triggered-webhooks. */
export function webhooksStatusRepresentation(
  shown: readonly ShownTriggeredWebhook[],
  integration: {
    readonly consumer: string;
    readonly provider: string;
    readonly publication: Publication | undefined;
  },
  url: string,
  urls: Urls,
): object {
  const { consumer, provider, publication } = integration;
  const count = (status: string) => shown.filter(({ triggered }) => triggered.status === status).length;
  const some = (field: string, status: string) => (count(status) > 0 ? { [field]: count(status) } : {});
  const failing = shown.filter(({ triggered: { status } }) => status === 'failure' || status === 'retrying');
  return {
    summary: {
      successful: count('success'),
      failed: count('failure'),
      ...some('retrying', 'retrying'),
      ...some('notRun', 'not_run'),
    },
    _embedded: { triggeredWebhooks: shown.map((one) => triggeredWebhookRepresentation(one, urls)) },
    _links: {
      self: { href: url, title: 'Webhooks status' },
      'pb:error-logs': failing.map(({ triggered, webhook }) => ({
        href: urls.triggeredWebhookLogs(triggered.uuid),
        title: 'Error logs',
        ...(webhook && { name: requestDescription(webhook.request) }),
      })),
      'pb:pact-webhooks': {
        title: `Webhooks for the pact between ${consumer} and ${provider}`,
        href: urls.integration(consumer, provider, '/webhooks'),
      },
      ...(publication && {
        'pb:pact-version': {
          href: urls.pact(consumer, provider, publication.consumerVersionNumber),
          title: 'Pact',
          name: pactName(publication),
        },
      }),
      'pb:consumer': pacticipantLink(consumer, urls, 'Consumer'),
      'pb:provider': pacticipantLink(provider, urls, 'Provider'),
    },
  };
}

/** The logs of a triggered webhook. Source: docs/official-broker/webhooks.md#logs. */
export function logsRepresentation(
  { triggered, webhook }: ShownTriggeredWebhook,
  attempts: readonly StoredAttempt[],
  url: string,
  urls: Urls,
): object {
  return {
    executions: attempts.map(({ success, logs, createdAt }) => ({
      success,
      logs,
      createdAt: timestamp(createdAt),
    })),
    eventName: triggered.eventName,
    consumerName: triggered.consumer,
    providerName: triggered.provider,
    _embedded: { triggeredWebhook: { uuid: triggered.uuid } },
    _links: {
      self: { title: 'Triggered webhook logs', href: url },
      ...(webhook ? { 'pb:webhook': { href: urls.webhook(webhook.uuid), title: 'Webhook' } } : {}),
    },
  };
}
