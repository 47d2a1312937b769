package no.klarert.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/**
 * The scopes of the platform's own APIs, from the catalogue {@code platform-scopes.json}, owned by the organisation that operates
 * the installation. Those that only the platform itself uses are INTERNAL (Maskinporten §10.3).
 */
public final class PlatformScopes {
    private static final String CATALOGUE = "platform-scopes.json";

    private final Transactions transactions;
    private final OrganizationStore organizations;
    private final ScopeStore scopes;
    private final AuditTrail audit;
    private final InstantSource clock;

    public PlatformScopes(
            Transactions transactions,
            OrganizationStore organizations,
            ScopeStore scopes,
            AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.scopes = scopes;
        this.audit = audit;
        this.clock = clock;
    }

    /** The names in the catalogue, in its order. */
    public static List<ScopeName> names() {
        return catalogue().stream().map(Entry::name).toList();
    }

    /**
     * Gives {@code operator} the catalogue's prefixes and creates the scopes that do not exist yet; existing ones are left as they
     * are, so that it may run at every start. {@code name} is used if the organisation is new.
     */
    public void install(OrgNumber operator, String name) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        transactions.run(transaction -> {
            var entries = catalogue();
            givePrefixes(transaction, operator, name, entries);
            entries.forEach(entry -> create(transaction, operator, entry, now));
            return entries.size();
        });
    }

    private void givePrefixes(Transaction transaction, OrgNumber operator, String name, List<Entry> entries) {
        var existing = organizations.find(transaction, operator);
        Set<String> prefixes =
                new TreeSet<>(existing.map(Organization::scopePrefixes).orElse(Set.of()));
        if (entries.stream()
                        .map(entry -> entry.name().prefix())
                        .filter(prefixes::add)
                        .count()
                > 0) {
            organizations.save(
                    transaction,
                    new Organization(operator, existing.map(Organization::name).orElse(name), prefixes));
        }
    }

    private void create(Transaction transaction, OrgNumber operator, Entry entry, Instant now) {
        if (scopes.insert(transaction, new Scope(entry.name(), operator, entry.settings(), true, now, now))) {
            audit.record(
                    transaction,
                    new AuditEvent(
                            now,
                            new Actor.OfInstallation(),
                            "scope.create",
                            entry.name().value(),
                            CATALOGUE));
        }
    }

    private static List<Entry> catalogue() {
        return JsonReader.readObject(text()).entrySet().stream()
                .map(member -> Entry.read(member.getKey(), member.getValue()))
                .toList();
    }

    private static String text() {
        try (var resource = PlatformScopes.class.getResourceAsStream(CATALOGUE)) {
            if (resource == null) {
                throw new IllegalStateException(CATALOGUE + " is not in the jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Entry(ScopeName name, ScopeSettings settings) {
        static Entry read(String name, Object value) {
            if (!(value instanceof Map<?, ?> members)) {
                throw new IllegalStateException(CATALOGUE + ": " + name + " must be an object");
            }
            var description = LocalizedText.of(Map.of(
                    "nb", text(name, members, "nb"), "nn", text(name, members, "nn"), "en", text(name, members, "en")));
            var settings = new ScopeSettings(
                    description,
                    LocalizedText.of(Map.of()),
                    ScopeSettings.Visibility.valueOf(text(name, members, "visibility")),
                    ScopeSettings.TokenType.SELF_CONTAINED,
                    0,
                    0,
                    List.of(text(name, members, "for").split(" ", -1)),
                    Optional.empty(),
                    false,
                    ScopeSettings.Traits.NONE);
            return new Entry(ScopeName.parse(name), settings);
        }

        private static String text(String name, Map<?, ?> members, String member) {
            if (members.get(member) instanceof String text) {
                return text;
            }
            throw new IllegalStateException(CATALOGUE + ": " + name + " needs `" + member + "`");
        }
    }
}
