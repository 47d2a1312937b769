-- Clients that a supplier makes for another organisation, members of registrations that are kept without effect, and a way to the
-- accesses that wait for a decision.

ALTER TABLE client
    ADD COLUMN supplier       text COLLATE "C",
    ADD COLUMN unused_members text NOT NULL DEFAULT '{}';
CREATE INDEX client_supplier ON client (supplier, created, id) WHERE supplier IS NOT NULL;

CREATE INDEX scope_access_requested ON scope_access (scope, consumer) WHERE state = 'REQUESTED';
