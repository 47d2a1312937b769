package no.klarert.server;

import no.klarert.store.postgres.PostgresStore;

/** The ports as a store serves them. */
final class StoresOf {
    private StoresOf() {}

    static Stores postgres(PostgresStore store) {
        return new Stores(
                store.transactions(),
                store.changes(),
                store.audit(),
                store.facts(),
                store.organizations(),
                store.scopes(),
                store.clients(),
                store.replayGuard(),
                store.signingKeys(),
                store.tokenLog(),
                store.resources(),
                store.policies(),
                store.parties(),
                store.roles(),
                store.delegations(),
                store.apiDelegations(),
                store.systems(),
                store.requests(),
                store.systemUsers(),
                store.decisionLog(),
                store.sessions());
    }
}
