import type { Database } from '../../database/index.ts';
import {
  mediaTypes,
  NotFoundError,
  notFoundByName,
  ok,
  resource,
  type Call,
  type Routing,
} from '../../http/index.ts';
import { findPacticipant, type Pacticipant } from '../../pacticipants/index.ts';
import {
  findPublication,
  findPublicationById,
  findPublicationOfContent,
  pactName,
} from '../../pacts/index.ts';
import { findVerification } from '../../verifications/index.ts';
import { webhooksByIds } from '../definition/store.ts';
import { redeliver } from '../queue/redeliver.ts';
import {
  logsRepresentation,
  triggeredWebhookRepresentation,
  triggeredWebhooksRepresentation,
  webhooksStatusRepresentation,
  type ShownTriggeredWebhook,
} from './representation.ts';
import {
  attemptsOf,
  findTriggeredWebhook,
  lastTriggeredOfIntegration,
  triggeredByPublication,
  triggeredByVerification,
} from './store.ts';
import type { TriggeredWebhook } from './triggered-webhook.ts';

const integration = '/pacts/provider/:provider/consumer/:consumer';

/**
 * Routes of triggered webhooks: lists, status, logs, and running one again.
 * Source: docs/official-broker/webhooks.md#triggered-webhooks.
 */
export function triggeredWebhookRoutes(routing: Routing): void {
  const { database, settings } = routing;
  const shownAll = (all: readonly TriggeredWebhook[]): ShownTriggeredWebhook[] => {
    const webhooks = webhooksByIds(database, [...new Set(all.flatMap(({ webhookId }) => webhookId ?? []))]);
    return all.map((triggered) => ({
      triggered,
      webhook: triggered.webhookId === null ? undefined : webhooks.get(triggered.webhookId),
      maxAttempts: settings.webhookRetrySchedule.length + 1,
    }));
  };
  const shown = (triggered: TriggeredWebhook) => shownAll([triggered])[0] as ShownTriggeredWebhook;
  const requiredTriggeredWebhook = ({ params }: Call): TriggeredWebhook => {
    const triggered = findTriggeredWebhook(database, params['uuid'] ?? '');
    if (!triggered) throw new NotFoundError();
    return triggered;
  };

  resource(routing, `${integration}/version/:version/triggered-webhooks`, {
    get({ params, urls, url }) {
      const { consumer = '', provider = '', version = '' } = params;
      const publication = findPublication(database, { consumer, provider }, version);
      if (!publication) throw new NotFoundError();
      const title = `Webhooks triggered by the publication of the pact between ${pactName(publication).slice('Pact between '.length)}`;
      const triggered = shownAll(triggeredByPublication(database, publication.id));
      return ok(triggeredWebhooksRepresentation(triggered, { title, href: url }, urls));
    },
  });

  resource(routing, `${integration}/pact-version/:sha/verification-results/:number/triggered-webhooks`, {
    get({ params, urls, url }) {
      const number = requiredVerificationNumber(database, params);
      const triggered = shownAll(triggeredByVerification(database, number));
      const title = `Webhooks triggered by the publication of verification result ${number}`;
      return ok(triggeredWebhooksRepresentation(triggered, { title, href: url }, urls));
    },
  });

  resource(routing, `${integration}/webhooks/status`, {
    get({ params, urls, url }) {
      const consumer = requiredSide(database, 'consumer', params);
      const provider = requiredSide(database, 'provider', params);
      const triggered = shownAll(
        lastTriggeredOfIntegration(database, { consumerId: consumer.id, providerId: provider.id }),
      );
      const first = triggered[0]?.triggered.publicationId;
      const publication = first === undefined ? undefined : findPublicationById(database, first);
      const names = { consumer: consumer.name, provider: provider.name, publication };
      return ok(webhooksStatusRepresentation(triggered, names, url, urls));
    },
  });

  resource(routing, '/triggered-webhooks/:uuid/logs', {
    produces: [mediaTypes.plainText, mediaTypes.hal],
    get(call) {
      const triggered = requiredTriggeredWebhook(call);
      const attempts = attemptsOf(database, triggered.id);
      if (call.accepted === mediaTypes.hal) {
        return ok(logsRepresentation(shown(triggered), attempts, call.url, call.urls));
      }
      return ok(
        attempts.map(({ logs }) => logs).join('\n') ||
          'Webhook has not executed yet. Please retry in a few seconds.',
      );
    },
  });

  resource(routing, '/triggered-webhooks/:uuid/redeliver', {
    post: {
      handle(call) {
        const triggered = requiredTriggeredWebhook(call);
        redeliver(database, triggered, call.now);
        return ok(triggeredWebhookRepresentation(shown(requiredTriggeredWebhook(call)), call.urls));
      },
    },
  });
}

function requiredVerificationNumber(database: Database, params: Call['params']): number {
  const { consumer = '', provider = '', sha = '', number = '' } = params;
  const publication = findPublicationOfContent(database, { consumer, provider }, sha);
  const verification =
    publication && /^\d{1,15}$/.test(number)
      ? findVerification(database, publication.pactVersionId, Number(number))
      : undefined;
  if (!verification) throw new NotFoundError();
  return verification.number;
}

function requiredSide(
  database: Database,
  role: 'consumer' | 'provider',
  params: Call['params'],
): Pacticipant {
  const name = params[role] ?? '';
  const pacticipant = findPacticipant(database, name);
  if (!pacticipant) throw notFoundByName(role, name);
  return pacticipant;
}
