package no.klarert.store.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import no.klarert.issuer.TokenLog;
import no.klarert.pdp.DecisionLog;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
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
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.UserId;
import org.jdbi.v3.core.mapper.RowMapper;
import org.junit.jupiter.api.Nested;

/** The store in PostgreSQL keeps every contract. */
class PostgresContractTest {
    private static final RowMapper<AuditEvent> AUDIT_ROW = (row, context) -> new AuditEvent(
            Columns.time(row, "at"), actor(row), text(row, "action"), text(row, "object"), text(row, "detail"));

    private static final RowMapper<TokenLog.Entry> TOKEN_ROW = (row, context) -> new TokenLog.Entry(
            Columns.time(row, "at"),
            text(row, "trace_id"),
            text(row, "client"),
            text(row, "consumer"),
            text(row, "scopes"),
            text(row, "systemuser"),
            text(row, "outcome"));

    private static final RowMapper<DecisionLog.Entry> DECISION_ROW = (row, context) -> new DecisionLog.Entry(
            Columns.time(row, "at"),
            text(row, "trace_id"),
            text(row, "caller"),
            text(row, "subject"),
            text(row, "action"),
            text(row, "resource"),
            text(row, "party"),
            text(row, "decision"),
            text(row, "status"),
            text(row, "decided_by"));

    private final TestClock clock = new TestClock();
    private final TestDatabase database = TestDatabase.shared();
    private final PostgresStore store = database.emptied(clock);

    private <T> List<T> rows(String sql, RowMapper<T> row) {
        return database.jdbi().withHandle(handle -> handle.select(sql).map(row).list());
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Columns.text(row, column);
    }

    private static Actor actor(ResultSet row) throws SQLException {
        var label = text(row, "actor");
        var value = label.substring(label.indexOf(':') + 1);
        return switch (label.substring(0, label.length() - value.length())) {
            case "org:" -> new Actor.OfOrganization(new OrgNumber(value), text(row, "client"));
            case "user:" -> new Actor.OfPerson(new UserId(Integer.parseInt(value)));
            default -> new Actor.OfInstallation();
        };
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
            super(
                    store.transactions(),
                    store.audit(),
                    () -> rows("SELECT at, actor, client, action, object, detail FROM klarert.audit_event", AUDIT_ROW));
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
            super(
                    store.transactions(),
                    store.tokenLog(),
                    store.replayGuard(),
                    clock,
                    () -> rows(
                            "SELECT at, trace_id, client, consumer, scopes, systemuser, outcome FROM klarert.token_log",
                            TOKEN_ROW));
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
            super(
                    store.transactions(),
                    store.decisionLog(),
                    () -> rows(
                            "SELECT at, trace_id, caller, subject, action, resource, party, decision, status, decided_by FROM klarert.decision_log",
                            DECISION_ROW));
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
