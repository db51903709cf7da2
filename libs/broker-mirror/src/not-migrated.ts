import { findLink } from '@pact-workshop/broker-client';
import type { Inventory } from './inventory/index.ts';
import type { ConnectedBroker } from './connected-broker.ts';

/** What decides about it, besides the source's content. */
interface Circumstances {
  readonly from: ConnectedBroker;
  readonly fullHistory: boolean;
  readonly enableWebhooks: boolean;
  /** How many results are older than the target's. */
  readonly outdated: number;
}

/** What is not migrated, a sentence each: the API does not provide it, or does not accept it. */
export function notMigrated(source: Inventory, circumstances: Circumstances): string[] {
  const { fullHistory, outdated } = circumstances;
  const results = source.contents.some((content) => content.results.length > 0);
  const past = source.deployments.filter(({ isCurrent }) => !isCurrent).length;
  return [
    'dates: the target has the dates of the copy; the order is kept',
    'ids: the target gives its own UUIDs to environments, deployments and releases, and its own numbers to results',
    ...(results ? ['results: whether the pact was pending or work in progress'] : []),
    ...(past > 0 ? [`deployments: the end dates of ${past} past ones`] : []),
    ...(fullHistory
      ? []
      : ['history: past deployments and ended releases that are in no list; see --full-history']),
    ...(outdated > 0
      ? [`results: ${outdated} that are older than the target's result of the same version`]
      : []),
    ...webhooksNotMigrated(source, circumstances),
  ];
}

function webhooksNotMigrated({ webhooks }: Inventory, { from, enableWebhooks }: Circumstances): string[] {
  if (findLink(from.index, 'pb:webhooks') === undefined) return ['webhooks: the source does not show any'];
  if (webhooks.length === 0) return [];
  const secrets = webhooks.filter(({ hidden }) => hidden.length > 0);
  return [
    'webhooks: the logs of their executions',
    ...(enableWebhooks
      ? []
      : ['webhooks: the target has them switched off, so that none fires twice; see --enable-webhooks']),
    ...secrets.map(
      ({ uuid, body, hidden }) =>
        `webhooks: the secrets of "${String(body['description'])}" (${uuid}): ${hidden.join(', ')}; ` +
        'enter them at the target and switch the webhook on there',
    ),
  ];
}
