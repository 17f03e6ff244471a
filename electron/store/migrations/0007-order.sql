-- What long lists are put in order and filtered by without reading their rows.

-- One index holds the fields that are looked up together.
DROP INDEX claim_topic;
CREATE INDEX claim_topic ON claim (topic, status, reliability, credibility);
DROP INDEX claim_said;
CREATE INDEX claim_said ON claim (said_from, said_to, said);

-- The keys by which references and statements (their beginnings) are put in order: comparing keys compares texts by the collation.
ALTER TABLE claim ADD COLUMN ref_key TEXT; -- derived
ALTER TABLE claim ADD COLUMN statement_key TEXT; -- derived
CREATE INDEX claim_ref_key ON claim (ref_key) WHERE ref_key IS NOT NULL;
CREATE INDEX claim_statement_key ON claim (statement_key);

