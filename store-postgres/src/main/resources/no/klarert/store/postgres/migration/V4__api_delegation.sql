-- API delegation (Maskinporten §8): a consumer lets a supplier use the scopes of a scheme. A scheme may be named before it exists.

CREATE TABLE api_delegation (
    consumer uuid NOT NULL REFERENCES party (uuid),
    supplier uuid NOT NULL REFERENCES party (uuid),
    scheme   text COLLATE "C" NOT NULL,
    given_by integer,
    created  timestamptz NOT NULL,
    PRIMARY KEY (consumer, supplier, scheme),
    CHECK (consumer <> supplier)
);
CREATE INDEX api_delegation_supplier ON api_delegation (supplier);
CREATE INDEX api_delegation_scheme ON api_delegation (scheme);

-- Which schemes list a scope is asked in every token request that delegates.
CREATE INDEX resource_version_scheme_references ON resource_version USING gin (resource_references jsonb_path_ops)
    WHERE type = 'MASKINPORTEN_SCHEMA';
