/**
 * For each tag of a pacticipant, the last created of the versions that have it: "latest with tag" by one look-up,
 * however many versions carry the tag. Triggers keep it, because a deleted version takes its tags along.
 */
export const tagHeads = `
CREATE TABLE tag_heads (
  pacticipant_id INTEGER NOT NULL REFERENCES pacticipants ON DELETE CASCADE,
  name TEXT NOT NULL,
  version_id INTEGER,
  PRIMARY KEY (pacticipant_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_heads_by_version ON tag_heads (version_id, name);

INSERT INTO tag_heads (pacticipant_id, name, version_id)
  SELECT v.pacticipant_id, t.name, max(t.version_id) FROM tags t JOIN versions v ON v.id = t.version_id
  GROUP BY v.pacticipant_id, t.name;

CREATE TRIGGER tag_added AFTER INSERT ON tags BEGIN
  INSERT INTO tag_heads (pacticipant_id, name, version_id)
    SELECT pacticipant_id, new.name, new.version_id FROM versions WHERE id = new.version_id
    ON CONFLICT DO UPDATE SET version_id = max(version_id, excluded.version_id);
END;

CREATE TRIGGER tag_removed AFTER DELETE ON tags BEGIN
  UPDATE tag_heads SET version_id = (
      SELECT t.version_id FROM tags t JOIN versions v ON v.id = t.version_id
      WHERE t.name = old.name AND v.pacticipant_id = tag_heads.pacticipant_id
      ORDER BY t.version_id DESC LIMIT 1)
    WHERE version_id = old.version_id AND name = old.name;
  DELETE FROM tag_heads WHERE version_id IS NULL AND name = old.name;
END;
`;
