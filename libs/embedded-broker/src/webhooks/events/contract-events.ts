import type { Database } from '../../database/index.ts';
import type { Urls } from '../../http/index.ts';
import type { Publication } from '../../pacts/index.ts';
import { tagsOfVersion } from '../../tags/index.ts';
import type { RequiredVerification } from '../../verifications/index.ts';
import type { EventName } from '../definition/webhook.ts';
import type { EventContext } from './event-context.ts';
import { isTriggeredBy } from './matching.ts';
import { triggerWebhooks, webhooksFor, type BrokerEvent, type TriggerReport } from './trigger.ts';

/** A pact that has just been published. */
export interface PublishedPact {
  readonly publication: Publication;
  /** Whether its content is new for its tags. */
  readonly hasChanged: boolean;
  /** Looks up the provider versions that have to verify it, and have not. */
  readonly requiredVerifications: () => readonly RequiredVerification[];
  /** Of the consumer version, from the request. */
  readonly branch: string | undefined;
  readonly buildUrl: string | undefined;
}

/** What a publication triggered. */
export interface ContractTriggers {
  /** Whether a webhook for this contract exists, enabled or not. */
  readonly isConfigured: boolean;
  readonly triggered: readonly TriggerReport[];
}

/** Raises the events of a publication, in the official order. Source: docs/official-broker/webhooks.md#events. */
export function raiseContractEvents(
  database: Database,
  pact: PublishedPact,
  { now, urls }: { readonly now: string; readonly urls: Urls },
): ContractTriggers {
  const { publication, hasChanged, requiredVerifications, branch, buildUrl } = pact;
  const webhooks = webhooksFor(database, publication);
  if (webhooks.length === 0) return { isConfigured: false, triggered: [] };
  const isWanted = (name: EventName) => webhooks.some((webhook) => isTriggeredBy(webhook, name));
  const tags = tagsOfVersion(database, publication.consumerVersionId);
  const context = (eventName: EventName): EventContext => ({
    base_url: urls.base,
    ...(branch === undefined ? {} : { consumer_version_branch: branch }),
    ...(buildUrl === undefined ? {} : { build_url: buildUrl }),
    consumer_version_tags: tags,
    event_name: eventName,
  });
  const once = (name: EventName): BrokerEvent => ({
    name,
    occurrences: [{ publication, context: context(name) }],
  });
  const requiring = 'contract_requiring_verification_published';
  const events: BrokerEvent[] = [
    once('contract_published'),
    {
      name: requiring,
      occurrences: (isWanted(requiring) ? requiredVerifications() : []).map(
        ({ number, branch, descriptions }) => ({
          publication,
          context: {
            ...context(requiring),
            provider_version_number: number,
            ...(branch === undefined ? {} : { provider_version_branch: branch }),
            provider_version_descriptions: descriptions,
          },
        }),
      ),
    },
    ...(hasChanged ? [once('contract_content_changed')] : []),
  ];
  return { isConfigured: true, triggered: triggerWebhooks(database, webhooks, events, { now, urls }) };
}
