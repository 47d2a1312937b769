package no.klarert.issuer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.klarert.issuer.AdministrationOutcome.Conflict;
import no.klarert.issuer.AdministrationOutcome.Done;
import no.klarert.issuer.AdministrationOutcome.Forbidden;
import no.klarert.issuer.AdministrationOutcome.Invalid;
import no.klarert.issuer.AdministrationOutcome.Unknown;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ClientId;

/**
 * What API consumers do with their clients (Maskinporten §7). An organisation sees and changes its own clients only. Every use
 * case is one transaction and leaves an audit record; changes count from the next token request.
 */
public final class ClientAdministration {
    private final Transactions transactions;
    private final ClientStore clients;
    private final ClientRules rules;
    private final AuditTrail audit;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    /** {@code ids} gives the ids of new clients. */
    public ClientAdministration(
            Transactions transactions,
            ClientStore clients,
            ScopeStore scopes,
            AuditTrail audit,
            Supplier<UUID> ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.clients = clients;
        this.rules = new ClientRules(scopes);
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public AdministrationOutcome<Client> create(ActingOrganization by, ClientDraft draft) {
        var id = new ClientId(ids.get().toString());
        return transactions.run(transaction -> {
            var wrong = rules.check(transaction, draft);
            if (!wrong.isEmpty()) {
                return new Invalid<>(wrong);
            }
            var now = now();
            var client = client(new Client(id, by.number(), "", "", List.of(), 0, true, now, now), draft, now);
            if (!clients.insert(transaction, client)) {
                return new Conflict<>("client `" + id + "` exists already");
            }
            record(transaction, by, "client.create", id, scopes(client));
            return new Done<>(client);
        });
    }

    /** Also answers with a deactivated client. */
    public AdministrationOutcome<Client> read(ActingOrganization by, ClientId id) {
        return onOwn(by, id, (transaction, client) -> new Done<>(client));
    }

    public List<Client> list(ActingOrganization by, Listing listing) {
        return transactions.run(transaction -> clients.ownedBy(transaction, by.number()).stream()
                .filter(client -> listing.includes(client.active()))
                .toList());
    }

    /** Replaces everything that can change. */
    public AdministrationOutcome<Client> replace(ActingOrganization by, ClientId id, ClientDraft draft) {
        return onActive(by, id, (transaction, client) -> {
            var wrong = rules.check(transaction, draft);
            return wrong.isEmpty()
                    ? save(transaction, by, client(client, draft, now()), "client.update")
                    : new Invalid<>(wrong);
        });
    }

    /** No more tokens for this client; nothing is deleted. */
    public AdministrationOutcome<Client> deactivate(ActingOrganization by, ClientId id) {
        return onOwn(
                by,
                id,
                (transaction, client) -> client.active()
                        ? save(transaction, by, deactivated(client), "client.deactivate")
                        : new Done<>(client));
    }

    public AdministrationOutcome<ClientStore.KeySet> keys(ActingOrganization by, ClientId id) {
        return onOwn(by, id, (transaction, client) -> new Done<>(clients.keys(transaction, id)));
    }

    /** Replaces the whole key set by those of a JWK set in JSON; see {@link ClientKeys} for what is accepted. */
    public AdministrationOutcome<ClientStore.KeySet> replaceKeys(ActingOrganization by, ClientId id, String jwks) {
        return onActive(by, id, (transaction, client) -> switch (ClientKeys.read(jwks, now())) {
            case ClientKeys.Reading.Read read -> saveKeys(transaction, by, id, read.keys());
            case ClientKeys.Reading.Faulty faulty -> new Invalid<>(faulty.fields());
        });
    }

    /** Removes all keys; the client gets no token until it has new ones. */
    public AdministrationOutcome<ClientStore.KeySet> deleteKeys(ActingOrganization by, ClientId id) {
        return onActive(by, id, (transaction, client) -> saveKeys(transaction, by, id, List.of()));
    }

    private AdministrationOutcome<ClientStore.KeySet> saveKeys(
            Transaction transaction, ActingOrganization by, ClientId id, List<ClientKey> keys) {
        clients.replaceKeys(transaction, id, keys, now());
        var kids = keys.stream().map(key -> key.id().value()).collect(Collectors.joining(" "));
        record(transaction, by, "client.keys", id, kids);
        return new Done<>(clients.keys(transaction, id));
    }

    private <T> AdministrationOutcome<T> onActive(
            ActingOrganization by, ClientId id, BiFunction<Transaction, Client, AdministrationOutcome<T>> work) {
        return onOwn(
                by,
                id,
                (transaction, client) -> client.active()
                        ? work.apply(transaction, client)
                        : new Conflict<>("client `" + id + "` is deactivated"));
    }

    private <T> AdministrationOutcome<T> onOwn(
            ActingOrganization by, ClientId id, BiFunction<Transaction, Client, AdministrationOutcome<T>> work) {
        return transactions.run(transaction -> {
            var client = clients.find(transaction, id);
            if (client.isEmpty()) {
                return new Unknown<>("there is no client `" + id + "`");
            }
            return client.get().owner().equals(by.number())
                    ? work.apply(transaction, client.get())
                    : new Forbidden<>("client `" + id + "` does not belong to your organisation");
        });
    }

    private AdministrationOutcome<Client> save(
            Transaction transaction, ActingOrganization by, Client client, String action) {
        if (!clients.update(transaction, client)) {
            return new Unknown<>("there is no client `" + client.id() + "`");
        }
        record(transaction, by, action, client.id(), scopes(client));
        return new Done<>(client);
    }

    private static Client client(Client before, ClientDraft draft, Instant now) {
        return new Client(
                before.id(),
                before.owner(),
                draft.name(),
                draft.description(),
                draft.scopes().stream().distinct().toList(),
                draft.accessTokenLifetime(),
                before.active(),
                before.created(),
                now);
    }

    private Client deactivated(Client client) {
        return new Client(
                client.id(),
                client.owner(),
                client.name(),
                client.description(),
                client.scopes(),
                client.accessTokenLifetime(),
                false,
                client.created(),
                now());
    }

    private static String scopes(Client client) {
        return client.scopes().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private void record(Transaction transaction, ActingOrganization by, String action, ClientId id, String detail) {
        audit.record(transaction, new AuditEvent(now(), by.actor(), action, id.value(), detail));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
