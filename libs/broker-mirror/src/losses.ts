import { findLink } from '@pact-workshop/broker-client';
import type { Inventory } from './inventory/index.ts';
import type { Side } from './side.ts';

interface Circumstances {
  readonly from: Side;
  readonly fullHistory: boolean;
  readonly enableWebhooks: boolean;
  /** Results that are older than what the target has. */
  readonly overtaken: number;
}

/** What of the source does not come along, a sentence each: the API does not give it, or does not take it. */
export function losses(source: Inventory, circumstances: Circumstances): string[] {
  const { fullHistory, overtaken } = circumstances;
  const results = source.contents.some((content) => content.results.length > 0);
  const past = source.deployments.filter(({ isCurrent }) => !isCurrent).length;
  return [
    'dates: at the target, everything is as old as its being carried; the order is kept',
    'ids: environments, deployments and releases get UUIDs of the target, results its numbers',
    ...(results ? ['results: whether one was for a pending or work-in-progress pact'] : []),
    ...(past > 0 ? [`deployments: when the ${past} past ones ended`] : []),
    ...(fullHistory
      ? []
      : ['history: past deployments and ended releases that no list shows; see --full-history']),
    ...(overtaken > 0
      ? [`results: ${overtaken} that are older than what the target has of the same version`]
      : []),
    ...webhookLosses(source, circumstances),
  ];
}

function webhookLosses({ webhooks }: Inventory, { from, enableWebhooks }: Circumstances): string[] {
  if (findLink(from.index, 'pb:webhooks') === undefined) return ['webhooks: the source does not show any'];
  if (webhooks.length === 0) return [];
  const secrets = webhooks.filter(({ hidden }) => hidden.length > 0);
  return [
    'webhooks: the logs of what they triggered',
    ...(enableWebhooks
      ? []
      : [
          'webhooks: they are switched off at the target, so that nothing fires twice; see --enable-webhooks',
        ]),
    ...secrets.map(
      ({ uuid, body, hidden }) =>
        `webhooks: the secrets of "${String(body['description'])}" (${uuid}): ${hidden.join(', ')}; ` +
        'enter them at the target and switch it on there',
    ),
  ];
}
