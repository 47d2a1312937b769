-- When a signing key signs and when it leaves the key set, the same for all nodes. So far a key after the first signed a day after it
-- was made.

ALTER TABLE signing_key ADD COLUMN signs_from timestamptz;
ALTER TABLE signing_key ADD COLUMN published_until timestamptz;

UPDATE signing_key
SET signs_from = CASE number WHEN 1 THEN created ELSE created + interval '24 hours' END;

ALTER TABLE signing_key ALTER COLUMN signs_from SET NOT NULL;
