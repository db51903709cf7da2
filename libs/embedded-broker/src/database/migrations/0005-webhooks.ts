/**
 * Webhooks, what they were triggered by, and each attempt to call them. `due_at` is the queue: the time of the next
 * attempt, null when there is none. Headers, events and contexts are JSON. The trigger does what no foreign key can: a webhook may exist before its
 * integration, yet goes when the integration is deleted.
 */
export const webhooks = `
CREATE TABLE webhooks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  description TEXT,
  consumer_id INTEGER REFERENCES pacticipants ON DELETE CASCADE,
  consumer_label TEXT,
  provider_id INTEGER REFERENCES pacticipants ON DELETE CASCADE,
  provider_label TEXT,
  enabled INTEGER NOT NULL,
  events TEXT NOT NULL,
  method TEXT NOT NULL,
  url TEXT NOT NULL,
  headers TEXT NOT NULL,
  body TEXT,
  username TEXT,
  password TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX webhooks_by_provider ON webhooks (provider_id, consumer_id);
CREATE INDEX webhooks_by_consumer ON webhooks (consumer_id);

CREATE TABLE triggered_webhooks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  webhook_id INTEGER REFERENCES webhooks ON DELETE SET NULL,
  pact_publication_id INTEGER NOT NULL REFERENCES pact_publications ON DELETE CASCADE,
  verification_number INTEGER REFERENCES verifications ON DELETE CASCADE,
  consumer_id INTEGER NOT NULL REFERENCES pacticipants ON DELETE CASCADE,
  provider_id INTEGER NOT NULL REFERENCES pacticipants ON DELETE CASCADE,
  event_name TEXT NOT NULL,
  context TEXT NOT NULL,
  status TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  due_at TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX webhook_queue ON triggered_webhooks (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX triggered_webhooks_by_webhook ON triggered_webhooks (webhook_id);
CREATE INDEX triggered_webhooks_by_publication ON triggered_webhooks (pact_publication_id);
CREATE INDEX triggered_webhooks_by_verification ON triggered_webhooks (verification_number);
CREATE INDEX triggered_webhooks_of_integration
  ON triggered_webhooks (provider_id, consumer_id, webhook_id, event_name);
CREATE INDEX triggered_webhooks_by_consumer ON triggered_webhooks (consumer_id);

CREATE TABLE webhook_executions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  triggered_webhook_id INTEGER NOT NULL REFERENCES triggered_webhooks ON DELETE CASCADE,
  success INTEGER NOT NULL,
  logs TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX webhook_executions_by_triggered_webhook ON webhook_executions (triggered_webhook_id);

CREATE TRIGGER webhooks_of_deleted_integration AFTER DELETE ON integrations BEGIN
  DELETE FROM webhooks WHERE provider_id = OLD.provider_id AND consumer_id = OLD.consumer_id;
  DELETE FROM triggered_webhooks WHERE provider_id = OLD.provider_id AND consumer_id = OLD.consumer_id;
END;
`;
