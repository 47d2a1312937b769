package no.klarert.server;

import no.klarert.store.memory.MemoryStore;

/** The ports as the store in memory serves them. */
final class TestStores {
    private TestStores() {}

    static Stores of(MemoryStore store) {
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
