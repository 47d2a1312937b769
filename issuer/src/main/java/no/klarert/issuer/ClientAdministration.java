package no.klarert.issuer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.klarert.issuer.AdministrationOutcome.Conflict;
import no.klarert.issuer.AdministrationOutcome.Done;
import no.klarert.issuer.AdministrationOutcome.Forbidden;
import no.klarert.issuer.AdministrationOutcome.Invalid;
import no.klarert.issuer.AdministrationOutcome.Unknown;
import no.klarert.issuer.certificate.BusinessCertificates;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ClientId;

/**
 * What API consumers do with their clients (Maskinporten §7). An organisation sees and changes its own clients, and as a
 * supplier those it made for others. Every use case is one transaction and leaves an audit record; changes count from the next token
 * request.
 */
public final class ClientAdministration {
    private final Transactions transactions;
    private final ClientStore clients;
    private final ClientRules rules;
    private final BusinessCertificates certificates;
    private final AuditTrail audit;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    /** {@code ids} gives the ids of new clients. */
    public ClientAdministration(
            Transactions transactions,
            ClientStore clients,
            ScopeStore scopes,
            BusinessCertificates certificates,
            AuditTrail audit,
            Supplier<UUID> ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.clients = clients;
        this.rules = new ClientRules(scopes);
        this.certificates = certificates;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new client of the organisation's own, or of the organisation that the draft names if that is another. */
    public AdministrationOutcome<Client> create(ActingOrganization by, Reach reach, ClientDraft draft) {
        var id = new ClientId(ids.get().toString());
        return transactions.run(transaction -> {
            var now = now();
            var unfilled = ClientParties.newClient(id, by.number(), draft, now);
            var wrong = rules.check(transaction, unfilled, draft);
            wrong.addAll(ClientParties.wrongInNew(by.number(), reach, draft));
            if (!wrong.isEmpty()) {
                return new Invalid<>(wrong);
            }
            var client = unfilled.as(draft, now);
            if (!clients.insert(transaction, client)) {
                return new Conflict<>("client `" + id + "` exists already");
            }
            record(transaction, by, "client.create", id, scopes(client));
            return new Done<>(client);
        });
    }

    /** Also answers with a deactivated client. */
    public AdministrationOutcome<Client> read(ActingOrganization by, Reach reach, ClientId id) {
        return on(clients::find, by, reach, id, (transaction, client) -> new Done<>(client));
    }

    public Paged<Client> list(ActingOrganization by, Reach reach, Listing listing, Page page) {
        return transactions.run(transaction -> clients.list(transaction, by.number(), reach, listing, page));
    }

    /** Replaces everything that can change. A deactivated client must be activated by it. */
    public AdministrationOutcome<Client> replace(ActingOrganization by, Reach reach, ClientId id, ClientDraft draft) {
        return on(clients::lock, by, reach, id, (transaction, client) -> {
            if (!client.active() && draft.activation() != Activation.ACTIVE) {
                return deactivatedAlready(id);
            }
            var wrong = rules.check(transaction, client, draft);
            wrong.addAll(ClientParties.wrongInChange(client, draft));
            return wrong.isEmpty()
                    ? save(transaction, by, client.as(draft, now()), action(client, draft))
                    : new Invalid<>(wrong);
        });
    }

    private static String action(Client before, ClientDraft draft) {
        boolean after = draft.activation().of(before.active());
        if (after == before.active()) {
            return "client.update";
        }
        return after ? "client.activate" : "client.deactivate";
    }

    /** No more tokens for this client; nothing is deleted. */
    public AdministrationOutcome<Client> deactivate(ActingOrganization by, Reach reach, ClientId id) {
        return on(
                clients::lock,
                by,
                reach,
                id,
                (transaction, client) -> client.active()
                        ? save(transaction, by, client.deactivated(now()), "client.deactivate")
                        : new Done<>(client));
    }

    public AdministrationOutcome<ClientStore.KeySet> keys(ActingOrganization by, Reach reach, ClientId id) {
        return on(clients::find, by, reach, id, (transaction, client) -> new Done<>(clients.keys(transaction, id)));
    }

    /**
     * Replaces the whole key set by those of a JWK set in JSON; see {@link ClientKeys} for what is accepted. A key that was there
     * before lives on from now.
     */
    public AdministrationOutcome<ClientStore.KeySet> replaceKeys(
            ActingOrganization by, Reach reach, ClientId id, String jwks) {
        // Before the transaction begins: certificates may have to be asked about over the network.
        var reading = ClientKeys.read(jwks, certificates, now());
        return onActive(by, reach, id, (transaction, client) -> switch (reading.ownedBy(client.owner())) {
            case ClientKeys.Reading.Read read -> saveKeys(transaction, by, id, read.keys());
            case ClientKeys.Reading.Faulty faulty -> new Invalid<>(faulty.fields());
        });
    }

    /** Removes all keys; the client gets no token until it has new ones. */
    public AdministrationOutcome<ClientStore.KeySet> deleteKeys(ActingOrganization by, Reach reach, ClientId id) {
        return onActive(by, reach, id, (transaction, client) -> saveKeys(transaction, by, id, List.of()));
    }

    private AdministrationOutcome<ClientStore.KeySet> saveKeys(
            Transaction transaction, ActingOrganization by, ClientId id, List<ClientKey> keys) {
        clients.replaceKeys(transaction, id, keys, now());
        var kids = keys.stream().map(key -> key.id().value()).collect(Collectors.joining(" "));
        record(transaction, by, "client.keys", id, kids);
        return new Done<>(clients.keys(transaction, id));
    }

    private <T> AdministrationOutcome<T> onActive(
            ActingOrganization by,
            Reach reach,
            ClientId id,
            BiFunction<Transaction, Client, AdministrationOutcome<T>> work) {
        return on(
                clients::lock,
                by,
                reach,
                id,
                (transaction, client) -> client.active() ? work.apply(transaction, client) : deactivatedAlready(id));
    }

    private static <T> AdministrationOutcome<T> deactivatedAlready(ClientId id) {
        return new Conflict<>("client `" + id + "` is deactivated; a PUT with `active` true activates it");
    }

    /** Changes look with a lock, so that those of two administrators come one after the other. */
    private <T> AdministrationOutcome<T> on(
            BiFunction<Transaction, ClientId, Optional<Client>> look,
            ActingOrganization by,
            Reach reach,
            ClientId id,
            BiFunction<Transaction, Client, AdministrationOutcome<T>> work) {
        return transactions.run(transaction -> {
            var client = look.apply(transaction, id);
            if (client.isEmpty()) {
                return new Unknown<>("there is no client `" + id + "`");
            }
            return ClientParties.isReached(client.get(), by.number(), reach)
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
