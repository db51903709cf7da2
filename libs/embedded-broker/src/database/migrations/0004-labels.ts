/** Labels group pacticipants, e.g. by team; a webhook can be limited to those with a label. */
export const labels = `
CREATE TABLE labels (
  pacticipant_id INTEGER NOT NULL REFERENCES pacticipants ON DELETE CASCADE,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (pacticipant_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX labels_by_name ON labels (name, pacticipant_id);
`;
