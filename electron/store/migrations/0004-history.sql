-- The change log as a chain that shows where it was tampered with; of which record each part's change is; what was purged.
-- SHA-256 of the set before, of this one and of its changes (electron/store/log-chain.ts).
ALTER TABLE change_set ADD COLUMN hash TEXT;
-- Set on an entry that gives a reason later: the change set that it is the reason of.
ALTER TABLE change_set ADD COLUMN explains INTEGER REFERENCES change_set (num);
-- What words or a change were, as SHA-256, after their text was purged with the trash: the chain still holds.
ALTER TABLE change_set ADD COLUMN words_digest TEXT;
ALTER TABLE change ADD COLUMN digest TEXT;
-- The record of which the changed row is a part; NULL for records themselves.
ALTER TABLE change ADD COLUMN owner TEXT;

UPDATE change SET owner = CASE
  WHEN entity IN ('measure', 'carriage') THEN coalesce(after ->> 'claim', before ->> 'claim')
  WHEN entity = 'participant' THEN coalesce(after ->> 'event', before ->> 'event')
  WHEN entity = 'note_pin' THEN coalesce(after ->> 'note', before ->> 'note')
  WHEN entity = 'judgement_claim' THEN coalesce(after ->> 'judgement', before ->> 'judgement')
  WHEN entity IN ('report_block', 'report_export') THEN coalesce(after ->> 'report', before ->> 'report')
  WHEN entity = 'rating' THEN coalesce(after ->> 'claim', after ->> 'actor', after ->> 'outlet', after ->> 'document',
                                       before ->> 'claim', before ->> 'actor', before ->> 'outlet', before ->> 'document')
END
WHERE entity IN ('measure', 'carriage', 'participant', 'note_pin', 'judgement_claim', 'report_block', 'report_export', 'rating');

-- An edit of a part does not name its record: the making of the part does, or the part itself where an import made it.
UPDATE change SET owner = (SELECT c.owner FROM change c WHERE c.record = change.record AND c.owner IS NOT NULL ORDER BY c.num LIMIT 1)
WHERE owner IS NULL AND entity IN ('measure', 'carriage', 'participant', 'report_block');
UPDATE change SET owner = (SELECT c.id FROM measure m JOIN claim c ON c.num = m.claim WHERE m.id = change.record)
WHERE owner IS NULL AND entity = 'measure';
UPDATE change SET owner = (SELECT c.id FROM carriage m JOIN claim c ON c.num = m.claim WHERE m.id = change.record)
WHERE owner IS NULL AND entity = 'carriage';
UPDATE change SET owner = (SELECT e.id FROM participant p JOIN event e ON e.num = p.event WHERE p.id = change.record)
WHERE owner IS NULL AND entity = 'participant';

CREATE INDEX change_by_owner ON change (owner) WHERE owner IS NOT NULL;
