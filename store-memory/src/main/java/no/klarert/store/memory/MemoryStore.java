package no.klarert.store.memory;

import java.time.InstantSource;
import java.util.List;
import no.klarert.access.ApiDelegationStore;
import no.klarert.access.DelegationStore;
import no.klarert.access.PartyStore;
import no.klarert.access.RoleStore;
import no.klarert.issuer.ClientStore;
import no.klarert.issuer.OrganizationStore;
import no.klarert.issuer.ReplayGuard;
import no.klarert.issuer.ScopeStore;
import no.klarert.issuer.SigningKeyStore;
import no.klarert.issuer.TokenLog;
import no.klarert.pdp.DecisionLog;
import no.klarert.portal.SessionStore;
import no.klarert.registry.PolicyStore;
import no.klarert.registry.ResourceStore;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Changes;
import no.klarert.storage.InstallationFacts;
import no.klarert.storage.Transactions;
import no.klarert.systemuser.RequestStore;
import no.klarert.systemuser.SystemStore;
import no.klarert.systemuser.SystemUserStore;

/**
 * Every port in memory, for tests. Transactions are truly atomic: one at a time, undone when the work throws. A transaction
 * opened inside another on the same thread, one that has ended and one of another store are refused, so that a unit test finds
 * such mistakes. What is in the store disappears with it.
 */
public final class MemoryStore {
    private final MemoryChanges changes = new MemoryChanges();
    private final MemoryTransactions transactions = new MemoryTransactions(changes);
    private final MemoryLog<AuditEvent> audit = new MemoryLog<>(transactions);
    private final InstallationFacts facts = new MemoryInstallationFacts(transactions);
    private final MemoryLog<DecisionLog.Entry> decisionLog = new MemoryLog<>(transactions);
    private final OrganizationStore organizations = new MemoryOrganizationStore(transactions);
    private final ScopeStore scopes = new MemoryScopeStore(transactions);
    private final ClientStore clients = new MemoryClientStore(transactions);
    private final SigningKeyStore signingKeys = new MemorySigningKeyStore(transactions);
    private final ReplayGuard replayGuard;
    private final MemoryTokenLog tokenLog;
    private final ResourceStore resources = new MemoryResourceStore(transactions);
    private final PolicyStore policies = new MemoryPolicyStore(transactions, resources);
    private final PartyStore parties = new MemoryPartyStore(transactions);
    private final RoleStore roles = new MemoryRoleStore(transactions, parties);
    private final DelegationStore delegations = new MemoryDelegationStore(transactions, parties);
    private final ApiDelegationStore apiDelegations = new MemoryApiDelegationStore(transactions, parties);
    private final SystemStore systems = new MemorySystemStore(transactions);
    private final RequestStore requests = new MemoryRequestStore(transactions, systems);
    private final SystemUserStore systemUsers = new MemorySystemUserStore(transactions, systems);
    private final SessionStore sessions = new MemorySessionStore(transactions);

    /**
     * An empty store.
     *
     * @param clock tells which claims of assertions have expired
     */
    public MemoryStore(InstantSource clock) {
        this.replayGuard = new MemoryReplayGuard(clock);
        this.tokenLog = new MemoryTokenLog(replayGuard);
    }

    public Transactions transactions() {
        return transactions;
    }

    public Changes changes() {
        return changes;
    }

    public AuditTrail audit() {
        return audit::append;
    }

    public InstallationFacts facts() {
        return facts;
    }

    public OrganizationStore organizations() {
        return organizations;
    }

    public ScopeStore scopes() {
        return scopes;
    }

    public ClientStore clients() {
        return clients;
    }

    public ReplayGuard replayGuard() {
        return replayGuard;
    }

    public SigningKeyStore signingKeys() {
        return signingKeys;
    }

    public TokenLog tokenLog() {
        return tokenLog;
    }

    public ResourceStore resources() {
        return resources;
    }

    public PolicyStore policies() {
        return policies;
    }

    public PartyStore parties() {
        return parties;
    }

    public RoleStore roles() {
        return roles;
    }

    public DelegationStore delegations() {
        return delegations;
    }

    public ApiDelegationStore apiDelegations() {
        return apiDelegations;
    }

    public SystemStore systems() {
        return systems;
    }

    public RequestStore requests() {
        return requests;
    }

    public SystemUserStore systemUsers() {
        return systemUsers;
    }

    public DecisionLog decisionLog() {
        return decisionLog::append;
    }

    public SessionStore sessions() {
        return sessions;
    }

    /** What {@link #audit()} has recorded, in order. */
    public List<AuditEvent> auditEvents() {
        return audit.entries();
    }

    /** What {@link #tokenLog()} has recorded, in order. */
    public List<TokenLog.Entry> tokenLogEntries() {
        return tokenLog.entries();
    }

    /** What {@link #decisionLog()} has recorded, in order. */
    public List<DecisionLog.Entry> decisionLogEntries() {
        return decisionLog.entries();
    }
}
