import type { Database } from '../../database/index.ts';
import { limitOf, type Page } from '../../http/index.ts';
import type { EventContext, EventName, Status } from '../definition/webhook.ts';

/** A triggered webhook as people look at it: what it was about, and how it went. */
export interface Delivery {
  readonly id: number;
  readonly uuid: string;
  /** Null once the webhook was deleted. */
  readonly webhookId: number | null;
  readonly consumer: string;
  readonly provider: string;
  readonly eventName: EventName;
  readonly context: EventContext;
  readonly status: Status;
  readonly attemptsMade: number;
  readonly isWaiting: boolean;
  readonly createdAt: string;
}

type Row = Omit<Delivery, 'context' | 'isWaiting'> & { readonly context: string; readonly isWaiting: number };

const select = `SELECT t.id, t.uuid, t.webhook_id AS webhookId, c.name AS consumer, p.name AS provider,
  t.event_name AS eventName, t.context, t.status,
  (SELECT count(*) FROM webhook_executions e WHERE e.triggered_webhook_id = t.id) AS attemptsMade,
  t.due_at IS NOT NULL AS isWaiting, t.created_at AS createdAt
  FROM triggered_webhooks t JOIN pacticipants c ON c.id = t.consumer_id JOIN pacticipants p ON p.id = t.provider_id`;

/** What a webhook was triggered by, the last first. */
export function deliveriesOf(database: Database, webhookId: number, page: Page): Delivery[] {
  const { limit, offset } = limitOf(page);
  return database
    .all<Row>(
      `${select} WHERE t.webhook_id = ? ORDER BY t.id DESC LIMIT ? OFFSET ?`,
      webhookId,
      limit,
      offset,
    )
    .map(fromRow);
}

export function countDeliveries(database: Database, webhookId: number): number {
  return (
    database.get<{ count: number }>(
      'SELECT count(*) AS count FROM triggered_webhooks WHERE webhook_id = ?',
      webhookId,
    )?.count ?? 0
  );
}

export function findDelivery(database: Database, uuid: string): Delivery | undefined {
  const row = database.get<Row>(`${select} WHERE t.uuid = ?`, uuid);
  return row && fromRow(row);
}

/** The last delivery of each webhook that has one, by the webhook's id. */
export function lastDeliveries(database: Database): Map<number, Delivery> {
  const rows = database.all<Row>(
    `${select} WHERE t.id IN (SELECT (SELECT max(l.id) FROM triggered_webhooks l WHERE l.webhook_id = w.id) FROM webhooks w)`,
  );
  return new Map(rows.flatMap((row) => (row.webhookId === null ? [] : [[row.webhookId, fromRow(row)]])));
}

function fromRow(row: Row): Delivery {
  return { ...row, context: JSON.parse(row.context) as EventContext, isWaiting: row.isWaiting === 1 };
}
