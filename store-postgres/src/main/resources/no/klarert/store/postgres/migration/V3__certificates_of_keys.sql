-- The chain a key is locked to, in DER, the business certificate first; null for a key that is locked to none (Maskinporten §7.3).
ALTER TABLE client_key
    ADD COLUMN certificates bytea[] CHECK (cardinality(certificates) BETWEEN 1 AND 6);
