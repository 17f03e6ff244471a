CREATE TABLE actor (
  num         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  name        TEXT NOT NULL CHECK (name <> ''),
  kind        TEXT CHECK (kind IN ('person', 'state', 'organisation', 'unit', 'service')),
  aliases     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
  affiliation INTEGER REFERENCES actor (num),
  batch       INTEGER REFERENCES import_batch (num),
  created     TEXT NOT NULL,
  changed     TEXT NOT NULL,
  trashed     TEXT
) STRICT;

CREATE TABLE analysis_todo (
  kind  TEXT NOT NULL CHECK (kind IN ('claim', 'claims after', 'carriage of', 'event', 'document', 'actor', 'outlet', 'all')),
  num   INTEGER NOT NULL,
  stamp INTEGER NOT NULL,
  PRIMARY KEY (kind, num)
) STRICT, WITHOUT ROWID;

CREATE TABLE carriage (
  num       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  claim     INTEGER NOT NULL REFERENCES claim (num),
  document  INTEGER NOT NULL REFERENCES document (num),
  position  INTEGER NOT NULL,
  role      TEXT NOT NULL DEFAULT 'carries' CHECK (role IN ('origin', 'carries', 'comments')),
  -- 1 read, 0 cited but not seen, NULL not said.
  link_read INTEGER CHECK (link_read IN (0, 1))
) STRICT;

CREATE TABLE case_info (
  only       INTEGER PRIMARY KEY CHECK (only = 1),
  id         TEXT NOT NULL,
  title      TEXT NOT NULL,
  question   TEXT,
  scale      TEXT NOT NULL CHECK (scale IN ('icd203', 'phia')),
  tlp        TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  cutoff     TEXT,
  tolerance  REAL NOT NULL CHECK (tolerance BETWEEN 0 AND 1),
  created    TEXT NOT NULL
) STRICT;

CREATE TABLE change (
  num        INTEGER PRIMARY KEY,
  change_set INTEGER NOT NULL REFERENCES change_set (num),
  entity     TEXT NOT NULL,
  record     TEXT NOT NULL,
  -- JSON objects of the fields that changed; references are UUIDs. NULL before: made. NULL after: removed.
  before     TEXT CHECK (before IS NULL OR json_valid(before)),
  after      TEXT CHECK (after IS NULL OR json_valid(after))
, parts TEXT CHECK (parts IS NULL OR json_valid(parts)), digest TEXT, owner TEXT) STRICT;

CREATE TABLE change_set (
  num        INTEGER PRIMARY KEY,
  at         TEXT NOT NULL,
  by         TEXT NOT NULL,
  command    TEXT NOT NULL,
  label      TEXT NOT NULL,
  reason     TEXT,
  -- Set on an undo or a redo: the change set that it takes back or brings back.
  reverts    INTEGER REFERENCES change_set (num),
  -- Whether it now stands taken back.
  undone     INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  -- The change sets to which undo applies: an undo or a redo is itself in the log, but no step of its own.
  is_step    INTEGER NOT NULL DEFAULT 1 CHECK (is_step IN (0, 1))
, hash TEXT, explains INTEGER REFERENCES change_set (num), words_digest TEXT) STRICT;

CREATE TABLE claim (
  num            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  ref            TEXT,
  statement      TEXT NOT NULL CHECK (statement <> ''),
  quote          TEXT,
  quote_language TEXT,
  translation    TEXT,
  -- NULL is an unattributed claim.
  claimant       INTEGER REFERENCES actor (num),
  basis          TEXT NOT NULL DEFAULT 'unknown' CHECK (basis IN ('firsthand', 'official', 'intelligence-based', 'anonymous officials', 'hearsay', 'analysis', 'unknown')),
  said_text      TEXT,
  said           TEXT,
  said_from      INTEGER, -- derived
  said_to        INTEGER, -- derived
  event          INTEGER REFERENCES event (num),
  topic          TEXT,
  place          TEXT,
  status         TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'disputed', 'superseded', 'retracted', 'settled')),
  tlp            TEXT CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  -- Derived: the newest rating of each axis; NULL is unset, which is not F or 6.
  reliability    TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  credibility    TEXT CHECK (credibility IN ('1', '2', '3', '4', '5', '6')),
  -- Derived from the first carriage and the first measure, for sorting and filtering; deferred, since they are set last in a step.
  lead_document  INTEGER REFERENCES document (num) DEFERRABLE INITIALLY DEFERRED,
  lead_outlet    INTEGER REFERENCES outlet (num) DEFERRABLE INITIALLY DEFERRED,
  lead_category  TEXT,
  lead_quantity  REAL,
  batch          INTEGER REFERENCES import_batch (num),
  created        TEXT NOT NULL,
  changed        TEXT NOT NULL,
  trashed        TEXT
, statement_hash INTEGER, ref_key TEXT, statement_key TEXT) STRICT;

CREATE TABLE claim_analysis (
  claim          INTEGER PRIMARY KEY REFERENCES claim (num) ON DELETE CASCADE,
  carriers       INTEGER NOT NULL,
  outlets        INTEGER NOT NULL,
  origins        INTEGER NOT NULL,
  unresolved     INTEGER NOT NULL,
  -- Other claims that it contradicts, by rule or by hand, without those that were rejected; and of those, the ones nobody looked at.
  contradictions INTEGER NOT NULL,
  unreviewed     INTEGER NOT NULL,
  flags          TEXT NOT NULL CHECK (json_valid(flags))
) STRICT;

CREATE TABLE claim_tag (
  claim    INTEGER NOT NULL REFERENCES claim (num),
  tag      INTEGER NOT NULL REFERENCES tag (num),
  position INTEGER NOT NULL,
  PRIMARY KEY (claim, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE comparable (
  measure  INTEGER PRIMARY KEY REFERENCES measure (num) ON DELETE CASCADE,
  claim    INTEGER NOT NULL REFERENCES claim (num) ON DELETE CASCADE,
  subject  TEXT NOT NULL,
  family   TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  to_day   INTEGER NOT NULL
) STRICT;

CREATE TABLE document (
  num            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  outlet         INTEGER REFERENCES outlet (num),
  title          TEXT NOT NULL CHECK (title <> ''),
  author         TEXT,
  url            TEXT,
  archive_url    TEXT,
  published_text TEXT,
  published      TEXT,
  published_from INTEGER, -- derived
  published_to   INTEGER, -- derived
  captured       TEXT,
  language       TEXT,
  text           TEXT,
  file_sha256    TEXT,
  read_by_me     INTEGER CHECK (read_by_me IN (0, 1)),
  batch          INTEGER REFERENCES import_batch (num),
  created        TEXT NOT NULL,
  changed        TEXT NOT NULL,
  trashed        TEXT
) STRICT;

CREATE TABLE event (
  num             INTEGER PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  ref             TEXT,
  title           TEXT NOT NULL CHECK (title <> ''),
  when_text       TEXT,
  "when"          TEXT,
  when_from       INTEGER, -- derived
  when_to         INTEGER, -- derived
  place           TEXT,
  latitude        REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude       REAL CHECK (longitude BETWEEN -180 AND 180),
  place_precision TEXT CHECK (place_precision IN ('exact', 'vicinity', 'locality', 'region', 'country')),
  kind            TEXT,
  status          TEXT NOT NULL DEFAULT 'asserted' CHECK (status IN ('asserted', 'assessed', 'confirmed', 'refuted')),
  batch           INTEGER REFERENCES import_batch (num),
  created         TEXT NOT NULL,
  changed         TEXT NOT NULL,
  trashed         TEXT
) STRICT;

CREATE TABLE event_analysis (
  event          INTEGER PRIMARY KEY REFERENCES event (num) ON DELETE CASCADE,
  carriers       INTEGER NOT NULL,
  outlets        INTEGER NOT NULL,
  origins        INTEGER NOT NULL,
  unresolved     INTEGER NOT NULL,
  contradictions INTEGER NOT NULL,
  unreviewed     INTEGER NOT NULL,
  flags          TEXT NOT NULL CHECK (json_valid(flags))
) STRICT;

CREATE TABLE finding (
  num          INTEGER PRIMARY KEY,
  rule         TEXT NOT NULL,
  from_claim   INTEGER REFERENCES claim (num) ON DELETE CASCADE,
  to_claim     INTEGER REFERENCES claim (num) ON DELETE CASCADE,
  from_event   INTEGER REFERENCES event (num) ON DELETE CASCADE,
  to_event     INTEGER REFERENCES event (num) ON DELETE CASCADE,
  from_measure INTEGER REFERENCES measure (num) ON DELETE CASCADE,
  to_measure   INTEGER REFERENCES measure (num) ON DELETE CASCADE,
  -- Of two texts: copy, paraphrase or translation, and how much of their words they share, 0 to 1.
  kind         TEXT,
  similarity   REAL,
  inputs       TEXT NOT NULL,
  CHECK ((from_claim IS NULL) = (to_claim IS NULL) AND (from_event IS NULL) = (to_event IS NULL)),
  CHECK ((from_claim IS NULL) <> (from_event IS NULL))
) STRICT;

CREATE TABLE "import_batch" (
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

CREATE TABLE "import_row" (
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

CREATE TABLE judgement (
  num                INTEGER PRIMARY KEY,
  id                 TEXT NOT NULL UNIQUE,
  statement          TEXT NOT NULL CHECK (statement <> ''),
  likelihood         TEXT,
  scale              TEXT NOT NULL CHECK (scale IN ('icd203', 'phia')),
  percent            REAL CHECK (percent > 0 AND percent < 100),
  confidence         TEXT CHECK (confidence IN ('low', 'moderate', 'high')),
  confidence_reasons TEXT,
  assumptions        TEXT,
  indicators         TEXT,
  alternatives       TEXT,
  created            TEXT NOT NULL,
  changed            TEXT NOT NULL,
  trashed            TEXT
, resolves_by_text TEXT, resolves_by TEXT, resolves_by_from INTEGER, resolves_by_to INTEGER) STRICT;

CREATE TABLE judgement_claim (
  num       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  judgement INTEGER NOT NULL REFERENCES judgement (num),
  claim     INTEGER NOT NULL REFERENCES claim (num),
  side      TEXT NOT NULL CHECK (side IN ('supports', 'contrary')),
  position  INTEGER NOT NULL,
  -- The grades when the claim was taken as evidence.
  frozen    TEXT NOT NULL CHECK (json_valid(frozen))
, weight TEXT CHECK (weight IN ('high', 'medium', 'low'))) STRICT;

CREATE TABLE judgement_review (
  num       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  judgement INTEGER NOT NULL REFERENCES judgement (num),
  by        TEXT NOT NULL,
  at        TEXT NOT NULL,
  reason    TEXT NOT NULL CHECK (reason <> ''),
  seen      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(seen))
) STRICT;

CREATE TABLE measure (
  num        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  claim      INTEGER NOT NULL REFERENCES claim (num),
  position   INTEGER NOT NULL,
  subject    TEXT,
  category   TEXT CHECK (category IN ('present', 'sent', 'in transit', 'expected', 'trained', 'offered', 'in combat', 'killed', 'wounded', 'casualties', 'captured', 'returned')),
  unit       TEXT,
  low        REAL,
  high       REAL,
  best       REAL,
  qualifier  TEXT NOT NULL DEFAULT 'unspecified' CHECK (qualifier IN ('exact', 'about', 'at least', 'more than', 'up to', 'less than', 'between', 'dozens', 'hundreds', 'thousands', 'several', 'unspecified')),
  kind       TEXT CHECK (kind IN ('stock', 'flow', 'cumulative', 'plan')),
  as_of_text TEXT,
  as_of      TEXT,
  as_of_from INTEGER, -- derived
  as_of_to   INTEGER, -- derived
  place      TEXT,
  -- The quantity as it was written.
  verbatim   TEXT,
  CHECK (low IS NULL OR high IS NULL OR low <= high)
) STRICT;

CREATE TABLE migration (version INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, applied TEXT NOT NULL) STRICT;

CREATE TABLE note (
  num     INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  title   TEXT NOT NULL CHECK (title <> ''),
  body    TEXT NOT NULL,
  batch   INTEGER REFERENCES import_batch (num),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  trashed TEXT
) STRICT;

CREATE TABLE note_link (
  note INTEGER NOT NULL REFERENCES note (num) ON DELETE CASCADE,
  text TEXT NOT NULL,
  PRIMARY KEY (note, text)
) STRICT, WITHOUT ROWID;

CREATE TABLE note_pin (
  num      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  note     INTEGER NOT NULL REFERENCES note (num),
  claim    INTEGER REFERENCES claim (num),
  event    INTEGER REFERENCES event (num),
  actor    INTEGER REFERENCES actor (num),
  outlet   INTEGER REFERENCES outlet (num),
  document INTEGER REFERENCES document (num),
  CHECK ((claim IS NOT NULL) + (event IS NOT NULL) + (actor IS NOT NULL) + (outlet IS NOT NULL) + (document IS NOT NULL) = 1)
) STRICT;

CREATE TABLE outlet (
  num              INTEGER PRIMARY KEY,
  id               TEXT NOT NULL UNIQUE,
  name             TEXT NOT NULL CHECK (name <> ''),
  kind             TEXT CHECK (kind IN ('agency', 'newspaper', 'broadcaster', 'official site', 'channel', 'think tank')),
  owner            INTEGER REFERENCES actor (num),
  state_controlled TEXT NOT NULL DEFAULT 'unknown' CHECK (state_controlled IN ('yes', 'no', 'unknown')),
  country          TEXT,
  language         TEXT,
  batch            INTEGER REFERENCES import_batch (num),
  created          TEXT NOT NULL,
  changed          TEXT NOT NULL,
  trashed          TEXT
) STRICT;

CREATE TABLE participant (
  num      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  event    INTEGER NOT NULL REFERENCES event (num),
  actor    INTEGER NOT NULL REFERENCES actor (num),
  role     TEXT,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE place (
  num       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  name      TEXT NOT NULL CHECK (name <> ''),
  aliases   TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
  -- The name of the place that it lies in: one of the user's own or of the gazetteer.
  within    TEXT,
  latitude  REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  precision TEXT CHECK (precision IN ('exact', 'vicinity', 'locality', 'region', 'country')),
  created   TEXT NOT NULL,
  changed   TEXT NOT NULL,
  trashed   TEXT
) STRICT;

CREATE TABLE rating (
  num      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  claim    INTEGER REFERENCES claim (num),
  actor    INTEGER REFERENCES actor (num),
  outlet   INTEGER REFERENCES outlet (num),
  document INTEGER REFERENCES document (num),
  axis     TEXT NOT NULL CHECK (axis IN ('reliability', 'credibility')),
  value    TEXT,
  reason   TEXT,
  rater    TEXT NOT NULL,
  at       TEXT NOT NULL, topic TEXT,
  CHECK ((claim IS NOT NULL) + (actor IS NOT NULL) + (outlet IS NOT NULL) + (document IS NOT NULL) = 1),
  CHECK (value IS NULL OR (axis = 'reliability' AND value IN ('A', 'B', 'C', 'D', 'E', 'F')) OR (axis = 'credibility' AND value IN ('1', '2', '3', '4', '5', '6')))
) STRICT;

CREATE TABLE record_name (
  kind TEXT NOT NULL CHECK (kind IN ('claim', 'event', 'actor', 'outlet', 'document', 'note')),
  num  INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (kind, num, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE relation (
  num           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  from_claim    INTEGER REFERENCES claim (num),
  from_event    INTEGER REFERENCES event (num),
  from_document INTEGER REFERENCES document (num),
  to_claim      INTEGER REFERENCES claim (num),
  to_event      INTEGER REFERENCES event (num),
  to_document   INTEGER REFERENCES document (num),
  type          TEXT NOT NULL CHECK (type IN ('repeats', 'cites', 'supports', 'contradicts', 'revises', 'corrects', 'retracts', 'denies', 'explains away', 'same as', 'about')),
  state         TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected')),
  basis         TEXT,
  by            TEXT NOT NULL,
  at            TEXT NOT NULL, rule TEXT, inputs TEXT, reason TEXT,
  CHECK ((from_claim IS NOT NULL) + (from_event IS NOT NULL) + (from_document IS NOT NULL) = 1),
  CHECK ((to_claim IS NOT NULL) + (to_event IS NOT NULL) + (to_document IS NOT NULL) = 1)
) STRICT;

CREATE TABLE report (
  num     INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  title   TEXT NOT NULL CHECK (title <> ''),
  tlp     TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  trashed TEXT
) STRICT;

CREATE TABLE report_block (
  num      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  report   INTEGER NOT NULL REFERENCES report (num),
  position REAL NOT NULL,
  content  TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE TABLE report_check (
  num      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  report   INTEGER NOT NULL REFERENCES report (num),
  standard TEXT NOT NULL CHECK (standard IN ('sources', 'uncertainties', 'assumptions', 'alternatives', 'relevance', 'logic', 'change', 'accuracy', 'visuals')),
  note     TEXT,
  by       TEXT NOT NULL,
  at       TEXT NOT NULL
) STRICT;

CREATE TABLE report_export (
  num       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  report    INTEGER NOT NULL REFERENCES report (num),
  format    TEXT NOT NULL CHECK (format IN ('html', 'pdf', 'docx', 'md')),
  file_name TEXT NOT NULL,
  sha256    TEXT NOT NULL,
  tlp       TEXT NOT NULL,
  by        TEXT NOT NULL,
  at        TEXT NOT NULL
, snapshot TEXT) STRICT;

CREATE TABLE report_snapshot (
  num     INTEGER PRIMARY KEY,
  sha256  TEXT NOT NULL UNIQUE,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE saved_view (
  num     INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  list    TEXT NOT NULL CHECK (list IN ('claims', 'events', 'actors', 'outlets', 'documents', 'places')),
  name    TEXT NOT NULL CHECK (name <> ''),
  search  TEXT NOT NULL DEFAULT '',
  filter  TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(filter)),
  -- NULL: the view leaves the order, or the columns, as they are.
  sort    TEXT CHECK (sort IS NULL OR json_valid(sort)),
  columns TEXT CHECK (columns IS NULL OR json_valid(columns))
) STRICT;

CREATE VIRTUAL TABLE search USING fts5(
  text, content = 'search_text', content_rowid = 'key', columnsize = 0, tokenize = 'trigram case_sensitive 1'
);

CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE "search_text" (
  -- The record's num, and its kind × 2^48: 0 claim, 1 event, 2 actor, 3 outlet, 4 document, 5 note.
  key  INTEGER PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE tag (
  num  INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE view_state (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX actor_affiliation ON actor (affiliation) WHERE affiliation IS NOT NULL;

CREATE INDEX actor_name ON actor (name);

CREATE INDEX carriage_claim ON carriage (claim, position);

CREATE INDEX carriage_document ON carriage (document);

CREATE INDEX change_by_owner ON change (owner) WHERE owner IS NOT NULL;

CREATE INDEX change_by_record ON change (record);

CREATE INDEX change_by_set ON change (change_set);

CREATE INDEX change_set_step ON change_set (undone, num) WHERE is_step = 1;

CREATE INDEX claim_analysis_contradictions ON claim_analysis (contradictions, claim) WHERE contradictions > 0;

CREATE INDEX claim_analysis_unreviewed ON claim_analysis (unreviewed, claim) WHERE unreviewed > 0;

CREATE INDEX claim_batch ON claim (batch) WHERE batch IS NOT NULL;

CREATE INDEX claim_changed ON claim (changed);

CREATE INDEX claim_claimant ON claim (claimant);

CREATE INDEX claim_codes ON claim (basis, tlp, lead_category, lead_quantity);

CREATE INDEX claim_created ON claim (created);

CREATE INDEX claim_document ON claim (lead_document);

CREATE INDEX claim_event ON claim (event) WHERE event IS NOT NULL;

CREATE INDEX claim_outlet ON claim (lead_outlet);

CREATE INDEX claim_place ON claim (place);

CREATE INDEX claim_ref ON claim (ref);

CREATE INDEX claim_ref_key ON claim (ref_key) WHERE ref_key IS NOT NULL;

CREATE INDEX claim_said ON claim (said_from, said_to, said);

CREATE INDEX claim_statement ON claim (statement_hash);

CREATE INDEX claim_statement_key ON claim (statement_key);

CREATE INDEX claim_tag_tag ON claim_tag (tag, claim);

CREATE INDEX claim_topic ON claim (topic, status, reliability, credibility);

CREATE INDEX claim_trashed ON claim (trashed) WHERE trashed IS NOT NULL;

CREATE INDEX claim_ungraded ON claim (credibility, trashed) WHERE credibility IS NULL AND trashed IS NULL;

CREATE INDEX comparable_claim ON comparable (claim);

CREATE INDEX comparable_subject ON comparable (subject, family, from_day, to_day);

CREATE INDEX document_outlet ON document (outlet);

CREATE INDEX document_published ON document (published_from);

CREATE INDEX document_title ON document (title);

CREATE INDEX document_trashed ON document (trashed) WHERE trashed IS NOT NULL;

CREATE INDEX event_ref ON event (ref);

CREATE INDEX event_title ON event (title);

CREATE INDEX event_when ON event (when_from);

CREATE INDEX finding_from_claim ON finding (from_claim) WHERE from_claim IS NOT NULL;

CREATE INDEX finding_from_event ON finding (from_event) WHERE from_event IS NOT NULL;

CREATE INDEX finding_from_measure ON finding (from_measure) WHERE from_measure IS NOT NULL;

CREATE INDEX finding_inputs ON finding (inputs);

CREATE INDEX finding_rule ON finding (rule);

CREATE INDEX finding_to_claim ON finding (to_claim) WHERE to_claim IS NOT NULL;

CREATE INDEX finding_to_event ON finding (to_event) WHERE to_event IS NOT NULL;

CREATE INDEX finding_to_measure ON finding (to_measure) WHERE to_measure IS NOT NULL;

CREATE INDEX judgement_claim_claim ON judgement_claim (claim);

CREATE INDEX judgement_claim_judgement ON judgement_claim (judgement, position);

CREATE INDEX judgement_review_judgement ON judgement_review (judgement, at);

CREATE INDEX measure_claim ON measure (claim, position);

CREATE INDEX note_link_text ON note_link (text);

CREATE INDEX note_pin_actor ON note_pin (actor) WHERE actor IS NOT NULL;

CREATE INDEX note_pin_claim ON note_pin (claim) WHERE claim IS NOT NULL;

CREATE INDEX note_pin_document ON note_pin (document) WHERE document IS NOT NULL;

CREATE INDEX note_pin_event ON note_pin (event) WHERE event IS NOT NULL;

CREATE INDEX note_pin_note ON note_pin (note);

CREATE INDEX note_pin_outlet ON note_pin (outlet) WHERE outlet IS NOT NULL;

CREATE INDEX outlet_name ON outlet (name);

CREATE INDEX outlet_owner ON outlet (owner) WHERE owner IS NOT NULL;

CREATE INDEX participant_actor ON participant (actor);

CREATE INDEX participant_event ON participant (event, position);

CREATE INDEX rating_actor ON rating (actor) WHERE actor IS NOT NULL;

CREATE INDEX rating_claim ON rating (claim, axis, at) WHERE claim IS NOT NULL;

CREATE INDEX rating_document ON rating (document) WHERE document IS NOT NULL;

CREATE INDEX rating_outlet ON rating (outlet) WHERE outlet IS NOT NULL;

CREATE INDEX record_name_name ON record_name (name, kind);

CREATE INDEX relation_from_claim ON relation (from_claim) WHERE from_claim IS NOT NULL;

CREATE INDEX relation_from_document ON relation (from_document) WHERE from_document IS NOT NULL;

CREATE INDEX relation_from_event ON relation (from_event) WHERE from_event IS NOT NULL;

CREATE INDEX relation_inputs ON relation (inputs) WHERE inputs IS NOT NULL;

CREATE INDEX relation_to_claim ON relation (to_claim) WHERE to_claim IS NOT NULL;

CREATE INDEX relation_to_document ON relation (to_document) WHERE to_document IS NOT NULL;

CREATE INDEX relation_to_event ON relation (to_event) WHERE to_event IS NOT NULL;

CREATE INDEX report_block_report ON report_block (report, position);

CREATE INDEX report_check_report ON report_check (report);

CREATE INDEX report_export_report ON report_export (report, at);
