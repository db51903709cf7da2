import type { Database } from '../../database/index.ts';
import type { EventName, Scope, Webhook, WebhookInput } from './webhook.ts';

interface Row {
  readonly id: number;
  readonly uuid: string;
  readonly description: string | null;
  readonly consumerName: string | null;
  readonly consumerLabel: string | null;
  readonly providerName: string | null;
  readonly providerLabel: string | null;
  readonly enabled: number;
  readonly events: string;
  readonly method: string;
  readonly url: string;
  readonly headers: string;
  readonly body: string | null;
  readonly username: string | null;
  readonly password: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Ids of the consumer and the provider that a webhook names; null for one that it does not name. */
export interface ScopeIds {
  readonly consumerId: number | null;
  readonly providerId: number | null;
}

const select = `SELECT w.id, w.uuid, w.description, c.name AS consumerName, w.consumer_label AS consumerLabel,
  p.name AS providerName, w.provider_label AS providerLabel, w.enabled, w.events, w.method, w.url, w.headers, w.body,
  w.username, w.password, w.created_at AS createdAt, w.updated_at AS updatedAt
  FROM webhooks w LEFT JOIN pacticipants c ON c.id = w.consumer_id LEFT JOIN pacticipants p ON p.id = w.provider_id`;

export function findWebhook(database: Database, uuid: string): Webhook | undefined {
  return fromRow(database.get<Row>(`${select} WHERE w.uuid = ?`, uuid));
}

export function findWebhookById(database: Database, id: number): Webhook | undefined {
  return fromRow(database.get<Row>(`${select} WHERE w.id = ?`, id));
}

/** Those of the webhooks that there are, by id. */
export function webhooksByIds(database: Database, ids: readonly number[]): ReadonlyMap<number, Webhook> {
  const found = database.all<Row>(
    `${select} WHERE w.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(fromRows(found).map((webhook) => [webhook.id, webhook]));
}

/** All webhooks, the oldest first. */
export function listWebhooks(database: Database): Webhook[] {
  return fromRows(database.all<Row>(`${select} ORDER BY w.id`));
}

/** The webhooks that name exactly this consumer and this provider; null selects those that do not name one. */
export function listWebhooksOf(database: Database, { consumerId, providerId }: ScopeIds): Webhook[] {
  return fromRows(
    database.all<Row>(
      `${select} WHERE w.consumer_id IS ? AND w.provider_id IS ? ORDER BY w.id`,
      consumerId,
      providerId,
    ),
  );
}

/** The webhooks that may apply to a contract, enabled or not: names are compared here, labels are not. */
export function candidateWebhooks(
  database: Database,
  { consumerId, providerId }: { readonly consumerId: number; readonly providerId: number },
): Webhook[] {
  return fromRows(
    database.all<Row>(
      `${select} WHERE (w.provider_id = ?1 OR w.provider_id IS NULL) AND (w.consumer_id = ?2 OR w.consumer_id IS NULL)
       ORDER BY w.id`,
      providerId,
      consumerId,
    ),
  );
}

export function insertWebhook(
  database: Database,
  uuid: string,
  input: WebhookInput,
  ids: ScopeIds,
  now: string,
): void {
  database.run(
    `INSERT INTO webhooks (uuid, created_at, updated_at, description, consumer_id, consumer_label, provider_id,
       provider_label, enabled, events, method, url, headers, body, username, password)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uuid,
    now,
    now,
    ...columns(input, ids),
  );
}

export function updateWebhook(
  database: Database,
  id: number,
  input: WebhookInput,
  ids: ScopeIds,
  now: string,
): void {
  database.run(
    `UPDATE webhooks SET updated_at = ?, description = ?, consumer_id = ?, consumer_label = ?, provider_id = ?,
       provider_label = ?, enabled = ?, events = ?, method = ?, url = ?, headers = ?, body = ?, username = ?, password = ?
     WHERE id = ?`,
    now,
    ...columns(input, ids),
    id,
  );
}

/** Deletes a webhook. Its triggered webhooks and their logs stay. */
export function deleteWebhook(database: Database, id: number): void {
  database.run('DELETE FROM webhooks WHERE id = ?', id);
}

function columns(
  { description, consumer, provider, enabled, events, request }: WebhookInput,
  { consumerId, providerId }: ScopeIds,
) {
  return [
    description,
    consumerId,
    consumer?.label,
    providerId,
    provider?.label,
    enabled,
    JSON.stringify(events),
    request.method,
    request.url,
    JSON.stringify(request.headers),
    request.body,
    request.username,
    request.password,
  ];
}

function fromRows(rows: readonly Row[]): Webhook[] {
  return rows.map((row) => fromRow(row) as Webhook);
}

function fromRow(row: Row | undefined): Webhook | undefined {
  if (!row) return undefined;
  const { id, uuid, description, method, url, body, username, password, createdAt, updatedAt } = row;
  return {
    id,
    uuid,
    description,
    consumer: scope(row.consumerName, row.consumerLabel),
    provider: scope(row.providerName, row.providerLabel),
    enabled: row.enabled === 1,
    events: JSON.parse(row.events) as EventName[],
    request: {
      method,
      url,
      headers: JSON.parse(row.headers) as Record<string, string>,
      body,
      username,
      password,
    },
    createdAt,
    updatedAt,
  };
}

function scope(name: string | null, label: string | null): Scope | undefined {
  if (name !== null) return { name };
  return label === null ? undefined : { label };
}
