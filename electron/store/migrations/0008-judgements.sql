-- What a judgement lacks to be weighed again: how heavy each piece of evidence is, when it resolves, and that it was looked at anew.

-- By when it will be known: as written, as EDTF where it is a date, and the days of that.
ALTER TABLE judgement ADD COLUMN resolves_by_text TEXT;
ALTER TABLE judgement ADD COLUMN resolves_by TEXT;
ALTER TABLE judgement ADD COLUMN resolves_by_from INTEGER; -- derived
ALTER TABLE judgement ADD COLUMN resolves_by_to INTEGER; -- derived

ALTER TABLE judgement_claim ADD COLUMN weight TEXT CHECK (weight IN ('high', 'medium', 'low'));

-- "Reviewed, stands": who looked again at a judgement, when, why it stands, and what had changed of its evidence by then.
CREATE TABLE judgement_review (
  num       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  judgement INTEGER NOT NULL REFERENCES judgement (num),
  by        TEXT NOT NULL,
  at        TEXT NOT NULL,
  reason    TEXT NOT NULL CHECK (reason <> ''),
  seen      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(seen))
) STRICT;
CREATE INDEX judgement_review_judgement ON judgement_review (judgement, at);

-- What a person says to a tradecraft standard (ICD 203) that no data can tell, for one report.
CREATE TABLE report_check (
  num      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  report   INTEGER NOT NULL REFERENCES report (num),
  standard TEXT NOT NULL CHECK (standard IN ('sources', 'uncertainties', 'assumptions', 'alternatives', 'relevance', 'logic', 'change', 'accuracy', 'visuals')),
  note     TEXT,
  by       TEXT NOT NULL,
  at       TEXT NOT NULL
) STRICT;
CREATE INDEX report_check_report ON report_check (report);
