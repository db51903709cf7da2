import { randomUUID } from 'node:crypto';
import type { Database } from '../../database/index.ts';
import { limitOf, type Page } from '../../http/index.ts';
import { eventNames, type EventName } from '../definition/webhook.ts';
import type { EventContext } from '../events/event-context.ts';
import type { TriggeredWebhook } from './triggered-webhook.ts';

interface Row extends Omit<TriggeredWebhook, 'context' | 'isWaiting'> {
  readonly context: string;
  readonly isWaiting: number;
}

/** An attempt of a triggered webhook, with its log. */
export interface StoredAttempt {
  readonly success: boolean;
  readonly logs: string;
  readonly createdAt: string;
}

const select = `SELECT t.id, t.uuid, t.webhook_id AS webhookId, t.pact_publication_id AS publicationId,
  t.verification_number AS verificationNumber, c.name AS consumer, p.name AS provider, t.event_name AS eventName,
  t.context, t.status, t.failures,
  (SELECT count(*) FROM webhook_executions e WHERE e.triggered_webhook_id = t.id) AS attemptsMade,
  t.due_at IS NOT NULL AS isWaiting, t.created_at AS createdAt
  FROM triggered_webhooks t JOIN pacticipants c ON c.id = t.consumer_id JOIN pacticipants p ON p.id = t.provider_id`;

export function findTriggeredWebhook(database: Database, uuid: string): TriggeredWebhook | undefined {
  return fromRow(database.get<Row>(`${select} WHERE t.uuid = ?`, uuid));
}

export function findTriggeredWebhookById(database: Database, id: number): TriggeredWebhook | undefined {
  return fromRow(database.get<Row>(`${select} WHERE t.id = ?`, id));
}

/** The webhooks that the publication of a pact triggered, the last first. */
export function triggeredByPublication(database: Database, publicationId: number): TriggeredWebhook[] {
  return fromRows(
    database.all<Row>(`${select} WHERE t.pact_publication_id = ? ORDER BY t.id DESC`, publicationId),
  );
}

/** The webhooks that the publication of a result triggered, the last first. */
export function triggeredByVerification(database: Database, number: number): TriggeredWebhook[] {
  return fromRows(database.all<Row>(`${select} WHERE t.verification_number = ? ORDER BY t.id DESC`, number));
}

/** The triggered webhooks of one webhook, the last first. */
export function triggeredWebhooksOf(database: Database, webhookId: number, page: Page): TriggeredWebhook[] {
  const { limit, offset } = limitOf(page);
  return fromRows(
    database.all<Row>(
      `${select} WHERE t.webhook_id = ? ORDER BY t.id DESC LIMIT ? OFFSET ?`,
      webhookId,
      limit,
      offset,
    ),
  );
}

export function countTriggeredWebhooksOf(database: Database, webhookId: number): number {
  return (
    database.get<{ count: number }>(
      'SELECT count(*) AS count FROM triggered_webhooks WHERE webhook_id = ?',
      webhookId,
    )?.count ?? 0
  );
}

/** The last triggered webhook of each webhook, by the webhook's id; a webhook that was never triggered has no entry. */
export function lastTriggeredByWebhook(database: Database): Map<number, TriggeredWebhook> {
  const rows = database.all<Row>(
    `${select} WHERE t.id IN (SELECT (SELECT max(l.id) FROM triggered_webhooks l WHERE l.webhook_id = w.id) FROM webhooks w)`,
  );
  return new Map(
    fromRows(rows).flatMap((one) => (one.webhookId === null ? [] : [[one.webhookId, one] as const])),
  );
}

/** The last triggered webhook of each webhook and event for an integration; deleted webhooks do not count. */
export function lastTriggeredOfIntegration(
  database: Database,
  { consumerId, providerId }: { readonly consumerId: number; readonly providerId: number },
): TriggeredWebhook[] {
  return fromRows(
    database.all<Row>(
      `${select} WHERE t.id IN (
         SELECT (SELECT max(l.id) FROM triggered_webhooks l WHERE l.provider_id = ?1 AND l.consumer_id = ?2
           AND l.webhook_id = w.id AND l.event_name = event.value)
         FROM webhooks w, json_each(?3) event)
       ORDER BY t.id`,
      providerId,
      consumerId,
      JSON.stringify(eventNames),
    ),
  );
}

/**
 * Stores a triggered webhook, due now.
 * @returns its uuid
 */
export function insertTriggeredWebhook(
  database: Database,
  triggered: {
    readonly webhookId: number;
    readonly publication: { readonly id: number; readonly consumerId: number; readonly providerId: number };
    readonly verificationNumber: number | undefined;
    readonly eventName: EventName;
    readonly context: EventContext;
  },
  now: string,
): string {
  const uuid = randomUUID();
  database.run(
    `INSERT INTO triggered_webhooks (uuid, webhook_id, pact_publication_id, verification_number, consumer_id, provider_id,
       event_name, context, status, due_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'not_run', ?, ?)`,
    uuid,
    triggered.webhookId,
    triggered.publication.id,
    triggered.verificationNumber,
    triggered.publication.consumerId,
    triggered.publication.providerId,
    triggered.eventName,
    JSON.stringify(triggered.context),
    now,
    now,
  );
  return uuid;
}

/** The attempts of a triggered webhook so far, in their order. */
export function attemptsOf(database: Database, triggeredWebhookId: number): StoredAttempt[] {
  return database
    .all<{ success: number; logs: string; createdAt: string }>(
      'SELECT success, logs, created_at AS createdAt FROM webhook_executions WHERE triggered_webhook_id = ? ORDER BY id',
      triggeredWebhookId,
    )
    .map((row) => ({ ...row, success: row.success === 1 }));
}

function fromRows(rows: readonly Row[]): TriggeredWebhook[] {
  return rows.map((row) => fromRow(row) as TriggeredWebhook);
}

function fromRow(row: Row | undefined): TriggeredWebhook | undefined {
  return row && { ...row, context: JSON.parse(row.context) as EventContext, isWaiting: row.isWaiting === 1 };
}
