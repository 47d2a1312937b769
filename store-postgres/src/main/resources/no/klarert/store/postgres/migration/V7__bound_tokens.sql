-- What a client's access tokens are bound to (RFC 9449 §5.2; RFC 8705 §3.4)

ALTER TABLE client ADD COLUMN binding text COLLATE "C" NOT NULL DEFAULT 'NONE'
    CHECK (binding IN ('NONE', 'DPOP_KEY', 'CLIENT_CERTIFICATE'));
