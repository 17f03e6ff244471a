-- What is read of all claims at once stands side by side in an index: reading the rows for it took seconds at a million.

CREATE INDEX claim_codes ON claim (basis, tlp, lead_category, lead_quantity);
CREATE INDEX claim_created ON claim (created);
DROP INDEX rating_claim;
CREATE INDEX rating_claim ON rating (claim, axis, at) WHERE claim IS NOT NULL;

-- Of documents there may be as many as claims; the trash has few.
CREATE INDEX document_trashed ON document (trashed) WHERE trashed IS NOT NULL;
