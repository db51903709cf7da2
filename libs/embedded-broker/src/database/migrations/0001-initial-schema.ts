/**
 * Timestamps are ISO 8601 with milliseconds, UTC. `versions.id` is the order of versions: it only ever grows.
 * `latest` marks the last revision of a publication and the last result of a provider version for a content,
 * so that reads find it by index; the partial unique indexes see to it that there is one.
 */
export const initialSchema = `
CREATE TABLE pacticipants (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  display_name TEXT,
  repository_url TEXT,
  repository_name TEXT,
  repository_namespace TEXT,
  main_branch TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pacticipant_id INTEGER NOT NULL REFERENCES pacticipants ON DELETE CASCADE,
  number TEXT NOT NULL,
  build_url TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (pacticipant_id, number)
) STRICT;
CREATE INDEX versions_in_order ON versions (pacticipant_id, id);

CREATE TABLE branches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pacticipant_id INTEGER NOT NULL REFERENCES pacticipants ON DELETE CASCADE,
  name TEXT NOT NULL,
  head_version_id INTEGER REFERENCES versions ON DELETE SET NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (pacticipant_id, name)
) STRICT;
CREATE INDEX branches_by_head ON branches (head_version_id);

CREATE TABLE branch_versions (
  branch_id INTEGER NOT NULL REFERENCES branches ON DELETE CASCADE,
  version_id INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  auto_created INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (branch_id, version_id)
) STRICT;
CREATE INDEX branch_versions_by_version ON branch_versions (version_id);

CREATE TABLE tags (
  name TEXT NOT NULL,
  version_id INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  UNIQUE (version_id, name)
) STRICT;
CREATE INDEX tags_by_name ON tags (name, version_id);

CREATE TABLE integrations (
  consumer_id INTEGER NOT NULL REFERENCES pacticipants ON DELETE CASCADE,
  provider_id INTEGER NOT NULL REFERENCES pacticipants ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  PRIMARY KEY (provider_id, consumer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX integrations_by_consumer ON integrations (consumer_id);

CREATE TABLE pact_versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  consumer_id INTEGER NOT NULL REFERENCES pacticipants ON DELETE CASCADE,
  provider_id INTEGER NOT NULL REFERENCES pacticipants ON DELETE CASCADE,
  sha TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (consumer_id, provider_id, sha)
) STRICT;
CREATE INDEX pact_versions_by_provider ON pact_versions (provider_id);

CREATE TABLE pact_publications (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  consumer_id INTEGER NOT NULL REFERENCES pacticipants ON DELETE CASCADE,
  provider_id INTEGER NOT NULL REFERENCES pacticipants ON DELETE CASCADE,
  consumer_version_id INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  pact_version_id INTEGER NOT NULL REFERENCES pact_versions ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  latest INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (consumer_version_id, provider_id, revision)
) STRICT;
CREATE UNIQUE INDEX latest_publications ON pact_publications (consumer_version_id, provider_id) WHERE latest = 1;
CREATE INDEX latest_publications_of_integration
  ON pact_publications (provider_id, consumer_id, consumer_version_id) WHERE latest = 1;
CREATE INDEX latest_publications_of_consumer
  ON pact_publications (consumer_id, consumer_version_id) WHERE latest = 1;
CREATE INDEX publications_by_content ON pact_publications (pact_version_id, consumer_version_id);

CREATE TABLE verifications (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  pact_version_id INTEGER NOT NULL REFERENCES pact_versions ON DELETE CASCADE,
  provider_version_id INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  success INTEGER NOT NULL,
  latest INTEGER NOT NULL,
  wip INTEGER NOT NULL,
  pact_pending INTEGER,
  build_url TEXT,
  test_results TEXT,
  verified_by TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX latest_verifications ON verifications (pact_version_id, provider_version_id) WHERE latest = 1;
CREATE INDEX verifications_by_content ON verifications (pact_version_id, number);
CREATE INDEX verifications_by_provider_version ON verifications (provider_version_id);
INSERT INTO sqlite_sequence (name, seq) VALUES ('verifications', 100);

CREATE TABLE environments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  production INTEGER NOT NULL,
  contacts TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE deployed_versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  pacticipant_id INTEGER NOT NULL REFERENCES pacticipants ON DELETE CASCADE,
  version_id INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  environment_id INTEGER NOT NULL REFERENCES environments ON DELETE CASCADE,
  target TEXT,
  auto_created INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  undeployed_at TEXT
) STRICT;
CREATE UNIQUE INDEX currently_deployed
  ON deployed_versions (environment_id, pacticipant_id, ifnull('=' || target, '')) WHERE undeployed_at IS NULL;
CREATE INDEX deployed_versions_by_version ON deployed_versions (version_id, environment_id);
CREATE INDEX deployed_versions_by_pacticipant ON deployed_versions (pacticipant_id);

CREATE TABLE released_versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  pacticipant_id INTEGER NOT NULL REFERENCES pacticipants ON DELETE CASCADE,
  version_id INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  environment_id INTEGER NOT NULL REFERENCES environments ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  support_ended_at TEXT,
  UNIQUE (version_id, environment_id)
) STRICT;
CREATE INDEX currently_supported
  ON released_versions (environment_id, pacticipant_id) WHERE support_ended_at IS NULL;
CREATE INDEX released_versions_by_pacticipant ON released_versions (pacticipant_id);
`;
