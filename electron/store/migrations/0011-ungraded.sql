-- How many claims wait for a grade is asked after each change: an index over those alone counts them without going over all.
-- Both columns stand in it, as SQLite would look into the rows for one that only its condition names.

CREATE INDEX claim_ungraded ON claim (credibility, trashed) WHERE credibility IS NULL AND trashed IS NULL;
