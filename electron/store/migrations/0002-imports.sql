-- Imports of every kind of record, with a verdict for each row; profiles of mappings; the file itself on request.
CREATE TABLE import_batch_2 (
  num         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL CHECK (kind IN ('claims', 'events', 'actors', 'outlets', 'documents', 'relations')),
  file_name   TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  encoding    TEXT NOT NULL,
  dialect     TEXT NOT NULL CHECK (json_valid(dialect)),
  header      TEXT NOT NULL CHECK (json_valid(header)),
  mapping     TEXT NOT NULL CHECK (json_valid(mapping)),
  -- The key, what became of rows that the case had, and the order of dates, as far as they were said.
  matching    TEXT NOT NULL CHECK (json_valid(matching)),
  by          TEXT NOT NULL,
  at          TEXT NOT NULL,
  seconds     REAL NOT NULL DEFAULT 0,
  -- Verdicts; they add up to the rows.
  rows        INTEGER NOT NULL DEFAULT 0,
  new         INTEGER NOT NULL DEFAULT 0,
  changed     INTEGER NOT NULL DEFAULT 0,
  same        INTEGER NOT NULL DEFAULT 0,
  conflict    INTEGER NOT NULL DEFAULT 0,
  rejected    INTEGER NOT NULL DEFAULT 0,
  -- Rows with something to look at, and what was done.
  flagged     INTEGER NOT NULL DEFAULT 0,
  added       INTEGER NOT NULL DEFAULT 0,
  updated     INTEGER NOT NULL DEFAULT 0,
  change_set  INTEGER REFERENCES change_set (num)
) STRICT;

INSERT INTO import_batch_2 (num, id, kind, file_name, file_sha256, encoding, dialect, header, mapping, matching, by, at,
                            rows, new, rejected, flagged, added, change_set)
SELECT num, id, kind, file_name, file_sha256, encoding, dialect,
       (SELECT json_group_array(value ->> 'column') FROM json_each(mapping)),
       (SELECT json_object('columns', json_group_array(json_object(
                 'fields', CASE WHEN value ->> 'field' IS NULL THEN json_array() ELSE json_array(value ->> 'field') END,
                 'separator', NULL)),
               'constants', json_object(), 'joins', json_object()) FROM json_each(mapping)),
       '{}', by, at, rows, added, rejected, flagged, added, change_set
FROM import_batch;

DROP TABLE import_batch;

ALTER TABLE import_batch_2 RENAME TO import_batch;

-- The rows that are worth a look; those that are new or the same and nothing more are only counted.
CREATE TABLE import_row_2 (
  batch       INTEGER NOT NULL REFERENCES import_batch (num) ON DELETE CASCADE,
  line        INTEGER NOT NULL,
  verdict     TEXT NOT NULL CHECK (verdict IN ('new', 'changed', 'same', 'conflict', 'rejected', 'left out')),
  action      TEXT NOT NULL CHECK (action IN ('add', 'update', 'skip')),
  record      TEXT,
  differences TEXT NOT NULL CHECK (json_valid(differences)),
  reasons     TEXT NOT NULL CHECK (json_valid(reasons)),
  raw         TEXT NOT NULL CHECK (json_valid(raw)),
  PRIMARY KEY (batch, line)
) STRICT, WITHOUT ROWID;

INSERT INTO import_row_2 (batch, line, verdict, action, differences, reasons, raw)
SELECT batch, line, CASE verdict WHEN 'flagged' THEN 'new' ELSE verdict END,
       CASE verdict WHEN 'flagged' THEN 'add' ELSE 'skip' END, '[]', reasons, raw
FROM import_row;

DROP TABLE import_row;

ALTER TABLE import_row_2 RENAME TO import_row;

CREATE TABLE import_file (
  batch INTEGER NOT NULL REFERENCES import_batch (num) ON DELETE CASCADE,
  part  INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (batch, part)
) STRICT;

CREATE TABLE import_profile (
  name    TEXT PRIMARY KEY,
  -- The headings that it is found again by: folded, sorted.
  shape   TEXT NOT NULL CHECK (json_valid(shape)),
  profile TEXT NOT NULL CHECK (json_valid(profile))
) STRICT, WITHOUT ROWID;

-- The parts that were made with a record, in its own change: [[entity, id, fields], …]. An import makes millions of them.
ALTER TABLE change ADD COLUMN parts TEXT CHECK (parts IS NULL OR json_valid(parts));

-- Derived: by what a claim says it is found when a list brings it again. NULL only until the first look after this migration.
ALTER TABLE claim ADD COLUMN statement_hash INTEGER; -- derived

CREATE INDEX claim_statement ON claim (statement_hash);
