-- What a report was when it left the desk: its words and the records behind them (core/reports/versions).

-- Files that say the same share one. Content is JSON, packed by gzip; its name is the hash of the JSON.
CREATE TABLE report_snapshot (
  num     INTEGER PRIMARY KEY,
  sha256  TEXT NOT NULL UNIQUE,
  content BLOB NOT NULL
) STRICT;

-- The hash of what was exported; null for a file that was made before versions were kept. Emptying the trash may take the
-- snapshot and leave the hash, so it is no foreign key.
ALTER TABLE report_export ADD COLUMN snapshot TEXT;
