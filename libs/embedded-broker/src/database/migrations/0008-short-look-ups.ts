/**
 * What finds a row without going through the history that it is part of: indexes in the order that is asked for, or of what
 * is live alone; and a few facts that stand beside what they are about. Triggers keep these, as they keep a tag's last version.
 */
export const shortLookUps = `
-- The successful results of a content in their time.
CREATE INDEX successes_by_content ON verifications (pact_version_id, created_at, wip, provider_version_id) WHERE success = 1;
-- The versions of a branch as they were put on it: an index ends with the row's id.
CREATE INDEX branch_versions_in_order ON branch_versions (branch_id);

-- What distinguishes a name; null until it is first asked for.
ALTER TABLE pacticipants ADD COLUMN significant_words TEXT;
CREATE INDEX pacticipants_by_words ON pacticipants (significant_words);
-- Lists by name.
CREATE INDEX pacticipants_in_order ON pacticipants (lower(name), name);

-- Whether there was ever a result.
ALTER TABLE integrations ADD COLUMN first_verified_at TEXT;
UPDATE integrations SET first_verified_at = (
  SELECT min(r.created_at) FROM pact_versions pv CROSS JOIN verifications r ON r.pact_version_id = pv.id
  WHERE pv.provider_id = integrations.provider_id AND pv.consumer_id = integrations.consumer_id);
CREATE TRIGGER first_verified AFTER INSERT ON verifications BEGIN
  UPDATE integrations SET first_verified_at = new.created_at WHERE first_verified_at IS NULL
    AND (provider_id, consumer_id) = (SELECT provider_id, consumer_id FROM pact_versions WHERE id = new.pact_version_id);
END;
-- Those with the newest pact or result first.
CREATE INDEX integrations_by_activity ON integrations (contract_data_updated_at);

-- With the content, so that pacts are counted by it.
DROP INDEX latest_publications_of_integration;
CREATE INDEX latest_publications_of_integration
  ON pact_publications (provider_id, consumer_id, consumer_version_id, pact_version_id) WHERE latest = 1;
-- Few pacts are ever replaced.
CREATE INDEX replaced_publications ON pact_publications (consumer_version_id, provider_id) WHERE latest = 0;
-- By their last version.
CREATE INDEX branches_in_order ON branches (pacticipant_id, head_version_id);

-- What is live of a pacticipant, and what was in an environment in the order of its arrival.
CREATE INDEX deployed_now ON deployed_versions (pacticipant_id, version_id) WHERE undeployed_at IS NULL;
CREATE INDEX supported_now ON released_versions (pacticipant_id, version_id) WHERE support_ended_at IS NULL;
DROP INDEX deployed_versions_by_pacticipant;
CREATE INDEX deployed_versions_by_pacticipant ON deployed_versions (pacticipant_id, environment_id, version_id);
DROP INDEX released_versions_by_pacticipant;
CREATE INDEX released_versions_by_pacticipant ON released_versions (pacticipant_id, environment_id, version_id);
DROP INDEX deployed_versions_by_environment;
CREATE INDEX deployed_versions_by_environment ON deployed_versions (environment_id, created_at, version_id);
DROP INDEX released_versions_by_environment;
CREATE INDEX released_versions_by_environment ON released_versions (environment_id, updated_at, version_id);

-- Since when a pacticipant has a tag.
CREATE INDEX tags_by_time ON tags (name, created_at, version_id);
ALTER TABLE tag_heads ADD COLUMN first_at TEXT;
UPDATE tag_heads SET first_at = (
  SELECT min(t.created_at) FROM tags t JOIN versions v ON v.id = t.version_id
  WHERE t.name = tag_heads.name AND v.pacticipant_id = tag_heads.pacticipant_id);
CREATE INDEX tag_heads_in_order ON tag_heads (pacticipant_id, version_id, name);
CREATE INDEX tag_heads_by_time ON tag_heads (name, first_at);

DROP TRIGGER tag_added;
CREATE TRIGGER tag_added AFTER INSERT ON tags BEGIN
  INSERT INTO tag_heads (pacticipant_id, name, version_id, first_at)
    SELECT pacticipant_id, new.name, new.version_id, new.created_at FROM versions WHERE id = new.version_id
    ON CONFLICT DO UPDATE SET
      version_id = max(version_id, excluded.version_id), first_at = min(first_at, excluded.first_at);
END;

CREATE TRIGGER first_tag_removed AFTER DELETE ON tags BEGIN
  UPDATE tag_heads SET first_at = (
      SELECT t.created_at FROM tags t CROSS JOIN versions v ON v.id = t.version_id
      WHERE t.name = old.name AND t.created_at >= old.created_at AND v.pacticipant_id = tag_heads.pacticipant_id
      ORDER BY t.created_at LIMIT 1)
    WHERE name = old.name AND first_at = old.created_at;
END;
`;
