package no.klarert.issuer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/** The issuer's ports for its own tests, one thread at a time. The real ones keep the contracts in module store-memory. */
final class InMemoryStores {
    final Map<OrgNumber, Organization> organizations = new LinkedHashMap<>();
    final Map<ScopeName, Scope> scopes = new LinkedHashMap<>();
    final Map<List<Object>, ScopeAccess> accesses = new LinkedHashMap<>();
    final Map<ClientId, Client> clients = new LinkedHashMap<>();
    final Map<ClientId, ClientStore.KeySet> keys = new HashMap<>();
    final Map<List<Object>, Instant> claimed = new HashMap<>();
    final Map<List<Object>, SystemUserDirectory.Found> systemUsers = new HashMap<>();
    final DelegationRegister delegations = new DelegationRegister();
    final List<SigningKeyStore.StoredKey> signingKeys = new ArrayList<>();
    final List<TokenLog.Entry> tokenLog = new ArrayList<>();
    final List<AuditEvent> audit = new ArrayList<>();

    private static final class Work implements Transaction {}

    final Transactions transactions = new Transactions() {
        @Override
        public <T> T run(Function<Transaction, T> work) {
            return work.apply(new Work());
        }
    };

    final AuditTrail auditTrail = (transaction, event) -> audit.add(event);

    final TokenLog log = new TokenLog() {
        @Override
        public boolean use(Assertion assertion, Entry entry, String usedBefore) {
            boolean first =
                    claimed.putIfAbsent(List.of(assertion.client(), assertion.jti()), assertion.until()) == null;
            tokenLog.add(first ? entry : entry.refusedAs(usedBefore));
            return first;
        }

        @Override
        public void record(Entry entry) {
            tokenLog.add(entry);
        }
    };

    final SystemUserDirectory directory = (client, vendor, owner, externalRef) ->
            Optional.ofNullable(systemUsers.get(List.of(client, vendor, owner, externalRef.orElse(owner.value()))));

    final OrganizationStore organizationStore = new OrganizationStore() {
        @Override
        public Optional<Organization> find(Transaction transaction, OrgNumber number) {
            return Optional.ofNullable(organizations.get(number));
        }

        @Override
        public Optional<Organization> ownerOfPrefix(Transaction transaction, String prefix) {
            return organizations.values().stream()
                    .filter(organization -> organization.scopePrefixes().contains(prefix))
                    .findFirst();
        }

        @Override
        public void save(Transaction transaction, Organization organization) {
            organizations.put(organization.number(), organization);
        }
    };

    final ScopeStore scopeStore = new ScopeStore() {
        @Override
        public Optional<Scope> find(Transaction transaction, ScopeName name) {
            return Optional.ofNullable(scopes.get(name));
        }

        @Override
        public boolean insert(Transaction transaction, Scope scope) {
            return scopes.putIfAbsent(scope.name(), scope) == null;
        }

        @Override
        public boolean update(Transaction transaction, Scope scope) {
            return scopes.replace(scope.name(), scope) != null;
        }

        @Override
        public Optional<Scope> lock(Transaction transaction, ScopeName name) {
            return find(transaction, name);
        }

        @Override
        public Paged<Scope> ownedBy(Transaction transaction, OrgNumber owner, Listing listing, Page page) {
            return page(
                    sorted(scopes.values().stream()
                            .filter(scope -> scope.owner().equals(owner) && listing.includes(scope.active()))
                            .toList()),
                    page);
        }

        @Override
        public Paged<Scope> listPublic(Transaction transaction, Availability availability, Page page) {
            return page(
                    sorted(scopes.values().stream()
                            .filter(scope -> scope.active()
                                    && scope.settings().visibility() == ScopeSettings.Visibility.PUBLIC
                                    && availability.includes(scope.settings().accessibleForAll()))
                            .toList()),
                    page);
        }

        private List<Scope> sorted(List<Scope> unsorted) {
            return unsorted.stream().sorted(Comparator.comparing(Scope::name)).toList();
        }

        @Override
        public Optional<ScopeAccess> access(Transaction transaction, ScopeName scope, OrgNumber consumer) {
            return Optional.ofNullable(accesses.get(List.of(scope, consumer)));
        }

        @Override
        public void saveAccess(Transaction transaction, ScopeAccess access) {
            accesses.put(List.of(access.scope(), access.consumer()), access);
        }

        @Override
        public Paged<ScopeAccess> accessesTo(
                Transaction transaction, ScopeName scope, Set<ScopeAccess.State> states, Page page) {
            return page(
                    accesses.values().stream()
                            .filter(access -> access.scope().equals(scope) && states.contains(access.state()))
                            .sorted(Comparator.comparing(ScopeAccess::consumer))
                            .toList(),
                    page);
        }

        @Override
        public Paged<GrantedAccess> accessesOf(
                Transaction transaction, OrgNumber consumer, Set<ScopeAccess.State> states, Page page) {
            return page(
                    granted(access -> access.consumer().equals(consumer) && states.contains(access.state()))
                            .toList(),
                    page);
        }

        @Override
        public Paged<GrantedAccess> requestsTo(Transaction transaction, OrgNumber owner, Page page) {
            return page(
                    granted(access -> access.state() == ScopeAccess.State.REQUESTED)
                            .filter(access -> access.owner().equals(owner))
                            .toList(),
                    page);
        }

        private Stream<GrantedAccess> granted(Predicate<ScopeAccess> which) {
            return accesses.values().stream()
                    .filter(which)
                    .sorted(Comparator.comparing(ScopeAccess::scope).thenComparing(ScopeAccess::consumer))
                    .map(access -> new GrantedAccess(
                            access,
                            Objects.requireNonNull(scopes.get(access.scope())).owner()));
        }
    };

    private static <T> Paged<T> page(List<T> all, Page page) {
        return Paged.of(all.stream().skip(page.offset()).limit(page.reach()).toList(), page);
    }

    final ClientStore clientStore = new ClientStore() {
        @Override
        public Optional<Client> find(Transaction transaction, ClientId id) {
            return Optional.ofNullable(clients.get(id));
        }

        @Override
        public boolean insert(Transaction transaction, Client client) {
            return clients.putIfAbsent(client.id(), client) == null;
        }

        @Override
        public boolean update(Transaction transaction, Client client) {
            return clients.replace(client.id(), client) != null;
        }

        @Override
        public Optional<Client> lock(Transaction transaction, ClientId id) {
            return find(transaction, id);
        }

        @Override
        public Paged<Client> list(
                Transaction transaction, OrgNumber organization, Reach reach, Listing listing, Page page) {
            return page(
                    clients.values().stream()
                            .filter(client -> ClientParties.isReached(client, organization, reach)
                                    && listing.includes(client.active()))
                            .sorted(Comparator.comparing(Client::created)
                                    .thenComparing(client -> client.id().value()))
                            .toList(),
                    page);
        }

        @Override
        public KeySet keys(Transaction transaction, ClientId id) {
            return keys.getOrDefault(id, KeySet.EMPTY);
        }

        @Override
        public void replaceKeys(Transaction transaction, ClientId id, List<ClientKey> replacement, Instant at) {
            var created = keys(transaction, id).created().orElse(at);
            keys.put(id, new KeySet(replacement, Optional.of(created), Optional.of(at)));
        }
    };

    final ReplayGuard replayGuard = new ReplayGuard() {
        @Override
        public boolean claim(ClientId client, String jti, Instant expiresAt) {
            return claimed.putIfAbsent(List.of(client, jti), expiresAt) == null;
        }

        @Override
        public int forgetExpired(Instant time) {
            int before = claimed.size();
            claimed.values().removeIf(expires -> expires.isBefore(time));
            return before - claimed.size();
        }
    };

    final SigningKeyStore signingKeyStore = new SigningKeyStore() {
        @Override
        public List<StoredKey> keys(Transaction transaction, String issuer) {
            return signingKeys.stream()
                    .filter(key -> key.issuer().equals(issuer))
                    .sorted(Comparator.comparingInt(StoredKey::number))
                    .toList();
        }

        @Override
        public List<StoredKey> heldKeys(Transaction transaction, String issuer) {
            return keys(transaction, issuer);
        }

        @Override
        public boolean reschedule(Transaction transaction, String issuer, int number, KeyTimes times) {
            signingKeys.replaceAll(
                    key -> key.issuer().equals(issuer) && key.number() == number ? key.with(times) : key);
            return signingKeys.stream().anyMatch(key -> key.issuer().equals(issuer) && key.number() == number);
        }

        @Override
        public boolean insert(Transaction transaction, StoredKey key) {
            boolean taken = signingKeys.stream()
                    .anyMatch(other -> other.issuer().equals(key.issuer()) && other.number() == key.number());
            return !taken && signingKeys.add(key);
        }
    };
}
