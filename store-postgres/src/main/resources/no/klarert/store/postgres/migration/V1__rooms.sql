-- One table for each kind of thing. Identifiers are compared byte by byte (collation "C"); times are kept to the microsecond.

CREATE TABLE installation_fact (
    name  text COLLATE "C" PRIMARY KEY,
    value text NOT NULL
);

CREATE TABLE audit_event (
    id     uuid PRIMARY KEY,
    at     timestamptz NOT NULL,
    actor  text COLLATE "C" NOT NULL,
    client text COLLATE "C",
    action text COLLATE "C" NOT NULL,
    object text COLLATE "C" NOT NULL,
    detail text NOT NULL
);
CREATE INDEX audit_event_object ON audit_event (object, at);

-- Maskinporten

CREATE TABLE organization (
    number text COLLATE "C" PRIMARY KEY,
    name   text NOT NULL
);

CREATE TABLE scope_prefix (
    prefix       text COLLATE "C" PRIMARY KEY,
    organization text COLLATE "C" NOT NULL REFERENCES organization
);
CREATE INDEX scope_prefix_organization ON scope_prefix (organization);

CREATE TABLE scope (
    name                         text COLLATE "C" PRIMARY KEY,
    owner                        text COLLATE "C" NOT NULL,
    description                  jsonb NOT NULL,
    long_description             jsonb NOT NULL,
    visibility                   text COLLATE "C" NOT NULL CHECK (visibility IN ('PUBLIC', 'PRIVATE', 'INTERNAL')),
    token_type                   text COLLATE "C" NOT NULL CHECK (token_type IN ('SELF_CONTAINED', 'OPAQUE')),
    at_max_age                   integer NOT NULL CHECK (at_max_age >= 0),
    authorization_max_lifetime   integer NOT NULL CHECK (authorization_max_lifetime >= 0),
    allowed_integration_types    text[] COLLATE "C" NOT NULL,
    delegation_source            text COLLATE "C",
    accessible_for_all           boolean NOT NULL,
    requires_user_consent        boolean NOT NULL,
    requires_user_authentication boolean NOT NULL,
    requires_pseudonymous_tokens boolean NOT NULL,
    is_protected                 boolean NOT NULL,
    supports_european_businesses boolean NOT NULL,
    active                       boolean NOT NULL,
    created                      timestamptz NOT NULL,
    last_updated                 timestamptz NOT NULL
);
CREATE INDEX scope_owner ON scope (owner);

CREATE TABLE scope_access (
    scope        text COLLATE "C" NOT NULL REFERENCES scope,
    consumer     text COLLATE "C" NOT NULL,
    state        text COLLATE "C" NOT NULL CHECK (state IN ('REQUESTED', 'APPROVED', 'DENIED')),
    created      timestamptz NOT NULL,
    last_updated timestamptz NOT NULL,
    PRIMARY KEY (scope, consumer)
);
CREATE INDEX scope_access_consumer ON scope_access (consumer);

CREATE TABLE client (
    id                    text COLLATE "C" PRIMARY KEY,
    owner                 text COLLATE "C" NOT NULL,
    name                  text NOT NULL,
    description           text NOT NULL,
    scopes                text[] COLLATE "C" NOT NULL,
    access_token_lifetime integer NOT NULL CHECK (access_token_lifetime >= 0),
    active                boolean NOT NULL,
    created               timestamptz NOT NULL,
    last_updated          timestamptz NOT NULL
);
CREATE INDEX client_owner ON client (owner, created, id);

CREATE TABLE client_key_set (
    client       text COLLATE "C" PRIMARY KEY REFERENCES client,
    created      timestamptz NOT NULL,
    last_updated timestamptz NOT NULL
);

CREATE TABLE client_key (
    client     text COLLATE "C" NOT NULL REFERENCES client_key_set,
    position   integer NOT NULL,
    key_id     text COLLATE "C" NOT NULL,
    algorithm  text COLLATE "C" NOT NULL CHECK (algorithm IN ('RS256', 'RS384', 'RS512')),
    public_key bytea NOT NULL,
    expires    timestamptz NOT NULL,
    PRIMARY KEY (client, key_id)
);

CREATE TABLE used_assertion (
    client     text COLLATE "C" NOT NULL,
    jti_hash   bytea NOT NULL CHECK (octet_length(jti_hash) = 32),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (client, jti_hash)
);
CREATE INDEX used_assertion_expires_at ON used_assertion (expires_at);

CREATE TABLE signing_key (
    issuer             text COLLATE "C" NOT NULL,
    number             integer NOT NULL CHECK (number > 0),
    key_id             text COLLATE "C" NOT NULL,
    sealed_private_key bytea NOT NULL,
    public_key         bytea NOT NULL,
    created            timestamptz NOT NULL,
    PRIMARY KEY (issuer, number)
);

CREATE TABLE token_log (
    id          uuid PRIMARY KEY,
    at          timestamptz NOT NULL,
    trace_id    text COLLATE "C" NOT NULL,
    client      text COLLATE "C" NOT NULL,
    consumer    text COLLATE "C" NOT NULL,
    scopes      text COLLATE "C" NOT NULL,
    systemuser  text COLLATE "C" NOT NULL,
    outcome     text COLLATE "C" NOT NULL
);
CREATE INDEX token_log_client ON token_log (client, at);

-- Resource registry

CREATE TABLE resource (
    id             text COLLATE "C" PRIMARY KEY,
    latest_version bigint NOT NULL
);

-- Counts over all resources, in the order they are written. Resources change seldom; nothing else waits for it.
CREATE SEQUENCE resource_version_number;

CREATE TABLE resource_version (
    resource          text COLLATE "C" NOT NULL REFERENCES resource,
    version           bigint NOT NULL,
    type              text COLLATE "C" NOT NULL,
    title             jsonb NOT NULL,
    description       jsonb NOT NULL,
    right_description jsonb NOT NULL,
    delegable         boolean NOT NULL,
    visible           boolean NOT NULL,
    owner             text COLLATE "C",
    owner_code        text COLLATE "C" NOT NULL,
    owner_name        jsonb NOT NULL,
    access_list_mode  text COLLATE "C" NOT NULL CHECK (access_list_mode IN ('DISABLED', 'ENABLED')),
    resource_references jsonb NOT NULL,
    keywords          text[] NOT NULL,
    document          text NOT NULL,
    created           timestamptz NOT NULL,
    PRIMARY KEY (resource, version)
);

CREATE TABLE policy (
    resource text COLLATE "C" NOT NULL REFERENCES resource,
    version  bigint NOT NULL CHECK (version > 0),
    xml      bytea NOT NULL,
    created  timestamptz NOT NULL,
    PRIMARY KEY (resource, version)
);

-- Access

CREATE TABLE party (
    id                  integer PRIMARY KEY CHECK (id > 0),
    uuid                uuid NOT NULL UNIQUE,
    kind                text COLLATE "C" NOT NULL CHECK (kind IN ('person', 'organization')),
    name                text NOT NULL,
    organization_number text COLLATE "C" UNIQUE,
    unit_type           text COLLATE "C",
    main_unit           integer,
    person_number       text COLLATE "C" UNIQUE,
    user_id             integer UNIQUE,
    CHECK ((kind = 'organization') = (organization_number IS NOT NULL AND unit_type IS NOT NULL)),
    CHECK ((kind = 'person') = (person_number IS NOT NULL)),
    CHECK (kind = 'person' OR user_id IS NULL),
    CHECK (kind = 'organization' OR main_unit IS NULL)
);
CREATE INDEX party_main_unit ON party (main_unit) WHERE main_unit IS NOT NULL;

CREATE TABLE role_assignment (
    giver    integer NOT NULL REFERENCES party,
    receiver integer NOT NULL REFERENCES party,
    role     text COLLATE "C" NOT NULL,
    PRIMARY KEY (giver, receiver, role)
);
CREATE INDEX role_assignment_receiver ON role_assignment (receiver);

CREATE TABLE package_delegation (
    giver          uuid NOT NULL REFERENCES party (uuid),
    receiver       uuid NOT NULL,
    receiver_kind  text COLLATE "C" NOT NULL CHECK (receiver_kind IN ('party', 'systemuser')),
    access_package text COLLATE "C" NOT NULL,
    created        timestamptz NOT NULL,
    PRIMARY KEY (receiver, receiver_kind, giver, access_package)
);

CREATE TABLE right_delegation (
    giver         uuid NOT NULL REFERENCES party (uuid),
    receiver      uuid NOT NULL,
    receiver_kind text COLLATE "C" NOT NULL CHECK (receiver_kind IN ('party', 'systemuser')),
    resource      text COLLATE "C" NOT NULL,
    action        text COLLATE "C" NOT NULL,
    created       timestamptz NOT NULL,
    PRIMARY KEY (receiver, receiver_kind, giver, resource, action)
);

-- System users

CREATE TABLE registered_system (
    id                    text COLLATE "C" PRIMARY KEY,
    internal_id           uuid NOT NULL UNIQUE,
    vendor                text COLLATE "C" NOT NULL,
    name                  jsonb NOT NULL,
    description           jsonb NOT NULL,
    rights                jsonb NOT NULL,
    access_packages       text[] COLLATE "C" NOT NULL,
    client_ids            text[] COLLATE "C" NOT NULL,
    visible               boolean NOT NULL,
    allowed_redirect_urls text[] COLLATE "C" NOT NULL,
    deleted_at            timestamptz,
    created               timestamptz NOT NULL
);
CREATE INDEX registered_system_vendor ON registered_system (vendor) WHERE deleted_at IS NULL;

-- The client ids of systems that are not deleted: each belongs to one system at most.
CREATE TABLE system_client (
    client text COLLATE "C" PRIMARY KEY,
    system text COLLATE "C" NOT NULL REFERENCES registered_system
);
CREATE INDEX system_client_system ON system_client (system);

CREATE TABLE systemuser_request (
    id                uuid PRIMARY KEY,
    system            text COLLATE "C" NOT NULL REFERENCES registered_system,
    customer          text COLLATE "C" NOT NULL,
    external_ref      text COLLATE "C" NOT NULL,
    integration_title text NOT NULL,
    rights            jsonb NOT NULL,
    access_packages   text[] COLLATE "C" NOT NULL,
    redirect_url      text COLLATE "C",
    status            text COLLATE "C" NOT NULL CHECK (status IN ('NEW', 'ACCEPTED', 'REJECTED')),
    created           timestamptz NOT NULL,
    decided_by        text COLLATE "C",
    decided_at        timestamptz,
    deleted_at        timestamptz,
    CHECK ((status = 'NEW') = (decided_at IS NULL))
);
CREATE UNIQUE INDEX systemuser_request_key ON systemuser_request (system, customer, external_ref)
    WHERE deleted_at IS NULL;
CREATE INDEX systemuser_request_system ON systemuser_request (system, id) WHERE deleted_at IS NULL;
CREATE INDEX systemuser_request_pending ON systemuser_request (customer, created)
    WHERE deleted_at IS NULL AND status = 'NEW';

CREATE TABLE systemuser (
    id                uuid PRIMARY KEY,
    system            text COLLATE "C" NOT NULL REFERENCES registered_system,
    customer          text COLLATE "C" NOT NULL,
    external_ref      text COLLATE "C" NOT NULL,
    owner             integer NOT NULL,
    integration_title text NOT NULL,
    access_packages   text[] COLLATE "C" NOT NULL,
    created           timestamptz NOT NULL,
    created_by        text COLLATE "C" NOT NULL,
    deleted_at        timestamptz,
    deleted_by        text COLLATE "C"
);
CREATE UNIQUE INDEX systemuser_key ON systemuser (system, customer, external_ref) WHERE deleted_at IS NULL;
CREATE INDEX systemuser_owner ON systemuser (owner, created) WHERE deleted_at IS NULL;

-- Decisions

CREATE TABLE decision_log (
    id         uuid PRIMARY KEY,
    at         timestamptz NOT NULL,
    trace_id   text COLLATE "C" NOT NULL,
    caller     text COLLATE "C" NOT NULL,
    subject    text COLLATE "C" NOT NULL,
    action     text COLLATE "C" NOT NULL,
    resource   text COLLATE "C" NOT NULL,
    party      text COLLATE "C" NOT NULL,
    decision   text COLLATE "C" NOT NULL,
    status     text COLLATE "C" NOT NULL,
    decided_by text COLLATE "C" NOT NULL
);
CREATE INDEX decision_log_resource ON decision_log (resource, at);

-- Portal

CREATE TABLE portal_session (
    id_hash    text COLLATE "C" PRIMARY KEY,
    user_id    integer NOT NULL,
    level      integer NOT NULL CHECK (level BETWEEN 0 AND 4),
    csrf_token text COLLATE "C" NOT NULL,
    created    timestamptz NOT NULL,
    last_used  timestamptz NOT NULL
);
CREATE INDEX portal_session_created ON portal_session (created);
CREATE INDEX portal_session_last_used ON portal_session (last_used);
