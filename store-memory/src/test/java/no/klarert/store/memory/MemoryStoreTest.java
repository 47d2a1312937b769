package no.klarert.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.klarert.store.contract.ApiDelegationStoreContract;
import no.klarert.store.contract.AuditTrailContract;
import no.klarert.store.contract.ChangesContract;
import no.klarert.store.contract.ClientStoreContract;
import no.klarert.store.contract.DecisionLogContract;
import no.klarert.store.contract.DelegationStoreContract;
import no.klarert.store.contract.InstallationFactsContract;
import no.klarert.store.contract.OrganizationStoreContract;
import no.klarert.store.contract.PartyStoreContract;
import no.klarert.store.contract.PolicyStoreContract;
import no.klarert.store.contract.ReplayGuardContract;
import no.klarert.store.contract.RequestStoreContract;
import no.klarert.store.contract.ResourceStoreContract;
import no.klarert.store.contract.RoleStoreContract;
import no.klarert.store.contract.ScopeStoreContract;
import no.klarert.store.contract.SessionStoreContract;
import no.klarert.store.contract.SigningKeyStoreContract;
import no.klarert.store.contract.SystemStoreContract;
import no.klarert.store.contract.SystemUserStoreContract;
import no.klarert.store.contract.TestClock;
import no.klarert.store.contract.TokenLogContract;
import no.klarert.store.contract.TransactionsContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The store in memory keeps every contract. */
class MemoryStoreTest {
    private final TestClock clock = new TestClock();
    private final MemoryStore store = new MemoryStore(clock);

    @Test
    void refuses_a_transaction_inside_another() {
        var transactions = store.transactions();

        assertThatThrownBy(() -> transactions.run(outer -> transactions.<Boolean>run(inner -> true)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(transactions.<Boolean>run(after -> true)).isTrue();
    }

    @Test
    void refuses_the_transaction_of_another_store() {
        var other = new MemoryStore(clock);

        assertThatThrownBy(() -> store.transactions().run(other.resources()::listLatest))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    final class Units extends TransactionsContract {
        Units() {
            super(store.transactions(), store.organizations(), store.parties());
        }
    }

    @Nested
    final class Audit extends AuditTrailContract {
        Audit() {
            super(store.transactions(), store.audit(), store::auditEvents);
        }
    }

    @Nested
    final class Facts extends InstallationFactsContract {
        Facts() {
            super(store.transactions(), store.facts());
        }
    }

    @Nested
    final class Tokens extends TokenLogContract {
        Tokens() {
            super(store.transactions(), store.tokenLog(), store.replayGuard(), clock, store::tokenLogEntries);
        }
    }

    @Nested
    final class Told extends ChangesContract {
        Told() {
            super(store.transactions(), store.changes(), store.clients(), store.scopes());
        }
    }

    @Nested
    final class Decisions extends DecisionLogContract {
        Decisions() {
            super(store.transactions(), store.decisionLog(), store::decisionLogEntries);
        }
    }

    @Nested
    final class Organizations extends OrganizationStoreContract {
        Organizations() {
            super(store.transactions(), store.organizations());
        }
    }

    @Nested
    final class Scopes extends ScopeStoreContract {
        Scopes() {
            super(store.transactions(), store.scopes());
        }
    }

    @Nested
    final class Clients extends ClientStoreContract {
        Clients() {
            super(store.transactions(), store.clients());
        }
    }

    @Nested
    final class Claims extends ReplayGuardContract {
        Claims() {
            super(store.transactions(), store.replayGuard(), clock);
        }
    }

    @Nested
    final class SigningKeys extends SigningKeyStoreContract {
        SigningKeys() {
            super(store.transactions(), store.signingKeys());
        }
    }

    @Nested
    final class Resources extends ResourceStoreContract {
        Resources() {
            super(store.transactions(), store.resources());
        }
    }

    @Nested
    final class Policies extends PolicyStoreContract {
        Policies() {
            super(store.transactions(), store.policies(), store.resources());
        }
    }

    @Nested
    final class Parties extends PartyStoreContract {
        Parties() {
            super(store.transactions(), store.parties());
        }
    }

    @Nested
    final class Roles extends RoleStoreContract {
        Roles() {
            super(store.transactions(), store.roles(), store.parties());
        }
    }

    @Nested
    final class Delegations extends DelegationStoreContract {
        Delegations() {
            super(store.transactions(), store.delegations(), store.parties());
        }
    }

    @Nested
    final class ApiDelegations extends ApiDelegationStoreContract {
        ApiDelegations() {
            super(store.transactions(), store.apiDelegations(), store.parties());
        }
    }

    @Nested
    final class Systems extends SystemStoreContract {
        Systems() {
            super(store.transactions(), store.systems());
        }
    }

    @Nested
    final class Requests extends RequestStoreContract {
        Requests() {
            super(store.transactions(), store.requests(), store.systems());
        }
    }

    @Nested
    final class SystemUsers extends SystemUserStoreContract {
        SystemUsers() {
            super(store.transactions(), store.systemUsers(), store.systems());
        }
    }

    @Nested
    final class Sessions extends SessionStoreContract {
        Sessions() {
            super(store.transactions(), store.sessions());
        }
    }
}
