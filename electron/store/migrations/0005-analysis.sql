-- What rules find, what a person says to it, and the user's own places.

-- The rule that suggested a relation (NULL: made by hand or by an import), what it looked at (as SHA-256: a rejected
-- suggestion comes back only when that is another), and why the person confirmed or rejected it.
ALTER TABLE relation ADD COLUMN rule TEXT;
ALTER TABLE relation ADD COLUMN inputs TEXT;
ALTER TABLE relation ADD COLUMN reason TEXT;
CREATE INDEX relation_inputs ON relation (inputs) WHERE inputs IS NOT NULL;

-- The reliability of an actor or an outlet may differ by topic; NULL is in general.
ALTER TABLE rating ADD COLUMN topic TEXT;

-- Most claims are of no event: the index need not hold them.
DROP INDEX claim_event;
CREATE INDEX claim_event ON claim (event) WHERE event IS NOT NULL;

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

-- All that follows is derived: it can be computed anew from the records at any time.

-- Records whose analysis is behind. Stamps grow: what was touched after a pass began has a later one, and stays.
CREATE TABLE analysis_todo (
  kind  TEXT NOT NULL CHECK (kind IN ('claim', 'claims after', 'carriage of', 'event', 'document', 'actor', 'outlet', 'all')),
  num   INTEGER NOT NULL,
  stamp INTEGER NOT NULL,
  PRIMARY KEY (kind, num)
) STRICT, WITHOUT ROWID;

-- By what a measure finds those that it may be compared with.
CREATE TABLE comparable (
  measure  INTEGER PRIMARY KEY REFERENCES measure (num) ON DELETE CASCADE,
  claim    INTEGER NOT NULL REFERENCES claim (num) ON DELETE CASCADE,
  subject  TEXT NOT NULL,
  family   TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  to_day   INTEGER NOT NULL
) STRICT;
CREATE INDEX comparable_claim ON comparable (claim);
CREATE INDEX comparable_subject ON comparable (subject, family, from_day, to_day);

-- Pairs that a rule suggests to relate: two claims (by two of their measures, or as wholes) or two events.
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
CREATE INDEX finding_from_claim ON finding (from_claim) WHERE from_claim IS NOT NULL;
CREATE INDEX finding_to_claim ON finding (to_claim) WHERE to_claim IS NOT NULL;
CREATE INDEX finding_from_event ON finding (from_event) WHERE from_event IS NOT NULL;
CREATE INDEX finding_to_event ON finding (to_event) WHERE to_event IS NOT NULL;
CREATE INDEX finding_from_measure ON finding (from_measure) WHERE from_measure IS NOT NULL;
CREATE INDEX finding_to_measure ON finding (to_measure) WHERE to_measure IS NOT NULL;
CREATE INDEX finding_rule ON finding (rule);
CREATE INDEX finding_inputs ON finding (inputs);

-- What the grid shows of it; claims and events without anything to tell have no row.
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
CREATE INDEX claim_analysis_contradictions ON claim_analysis (contradictions, claim) WHERE contradictions > 0;
CREATE INDEX claim_analysis_unreviewed ON claim_analysis (unreviewed, claim) WHERE unreviewed > 0;

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

INSERT INTO analysis_todo (kind, num, stamp) VALUES ('all', 0, 0);
