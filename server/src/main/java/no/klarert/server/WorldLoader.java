package no.klarert.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.access.Recipient;
import no.klarert.issuer.Client;
import no.klarert.issuer.ClientKey;
import no.klarert.issuer.DelegationSource;
import no.klarert.issuer.Scope;
import no.klarert.issuer.ScopeAccess;
import no.klarert.issuer.ScopeSettings;
import no.klarert.issuer.SignatureAlgorithm;
import no.klarert.storage.Actor;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.KeyId;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.ScopeName;

/**
 * Puts a world into an empty installation, whole or not at all. Done once: what people change afterwards is not set back at the
 * next start.
 */
final class WorldLoader {
    static final Duration KEYS_LAST = Duration.ofDays(365);
    private static final String FACT = "world";

    private final Stores stores;
    private final DataDirectory data;
    private final List<DelegationSource> delegationSources;
    private final ApiSeeds apis;
    private final InstantSource clock;

    /** @param delegationSources those that scopes of a world may name */
    WorldLoader(Stores stores, DataDirectory data, List<DelegationSource> delegationSources, InstantSource clock) {
        this.stores = stores;
        this.data = data;
        this.delegationSources = List.copyOf(delegationSources);
        this.apis = new ApiSeeds(stores, clock);
        this.clock = clock;
    }

    /** The name of the world that was loaded, if any was. */
    Optional<String> loaded() {
        return stores.transactions().run(tx -> stores.facts().find(tx, FACT));
    }

    /** True if the world was loaded now; false if the installation has one already. */
    boolean load(String name, World world) {
        return stores.transactions().run(tx -> {
            if (!stores.facts().record(tx, FACT, name)) {
                return false;
            }
            var at = clock.instant();
            world.parties().forEach(party -> stores.parties().save(tx, party));
            world.roles().forEach(role -> stores.roles().save(tx, role));
            world.packages().forEach(given -> givePackage(tx, given, at));
            world.participants().forEach(participant -> stores.organizations().save(tx, participant.organization()));
            world.scopes().forEach(scope -> addScope(tx, scope, at));
            world.participants()
                    .forEach(participant -> participant
                            .entitlements()
                            .forEach(scope ->
                                    grant(tx, scope, participant.organization().number(), at)));
            world.apiSchemes().forEach(scheme -> apis.addScheme(tx, scheme));
            world.apiDelegations().forEach(delegation -> apis.addDelegation(tx, delegation, at));
            world.clients().forEach(client -> addClient(tx, client, at));
            stores.audit().record(tx, new AuditEvent(at, new Actor.OfInstallation(), "world.load", name, ""));
            return true;
        });
    }

    private void givePackage(Transaction tx, World.PackageAssignment given, Instant at) {
        stores.delegations()
                .givePackage(
                        tx,
                        partyUuid(tx, given.from()),
                        new Recipient.OfParty(partyUuid(tx, given.to())),
                        given.accessPackage(),
                        at);
    }

    private no.klarert.vocabulary.PartyUuid partyUuid(Transaction tx, PartyId id) {
        return stores.parties().byId(tx, id).orElseThrow().uuid();
    }

    private void addScope(Transaction tx, World.SeededScope seeded, Instant at) {
        var settings = new ScopeSettings(
                LocalizedText.of(Map.of("nb", seeded.description())),
                LocalizedText.of(Map.of()),
                ScopeSettings.Visibility.PUBLIC,
                ScopeSettings.TokenType.SELF_CONTAINED,
                seeded.atMaxAge(),
                seeded.atMaxAge(),
                List.of("maskinporten"),
                seeded.delegationSource().map(name -> issuerOf(seeded.name(), name)),
                false,
                ScopeSettings.Traits.NONE);
        if (!stores.scopes().insert(tx, new Scope(seeded.name(), seeded.owner(), settings, true, at, at))) {
            throw new ConfigException("the world names scope `" + seeded.name() + "`, which exists");
        }
        seeded.grants().forEach(consumer -> grant(tx, seeded.name(), consumer, at));
    }

    private String issuerOf(ScopeName scope, String source) {
        return delegationSources.stream()
                .filter(each -> each.name().equals(source))
                .map(DelegationSource::issuer)
                .findFirst()
                .orElseThrow(() -> new ConfigException("the world has the delegations of scope `" + scope + "` with `"
                        + source + "`, which is no delegation source here; nothing was loaded"));
    }

    private void grant(Transaction tx, ScopeName scope, OrgNumber consumer, Instant at) {
        if (stores.scopes().find(tx, scope).isEmpty()) {
            throw new ConfigException("the world grants `" + scope + "` to " + consumer
                    + ", but there is no such scope; nothing was loaded");
        }
        stores.scopes().saveAccess(tx, new ScopeAccess(scope, consumer, ScopeAccess.State.APPROVED, at, at));
    }

    private void addClient(Transaction tx, World.SeededClient seeded, Instant at) {
        var client = new Client(
                seeded.id(), seeded.organization(), seeded.name(), seeded.name(), seeded.scopes(), 0, true, at, at);
        if (!stores.clients().insert(tx, client)) {
            throw new ConfigException("the world names client `" + seeded.id() + "`, which exists");
        }
        stores.clients().replaceKeys(tx, seeded.id(), seeded.keys().orElseGet(() -> ownKey(seeded, at)), at);
    }

    /** The key kept for a client that the world gives none; made the first time it is asked for. */
    private List<ClientKey> ownKey(World.SeededClient client, Instant at) {
        var file = data.clientKey(client.id().value());
        try {
            var kept = data.read(file);
            if (kept.isEmpty()) {
                var made = new RSAKeyGenerator(2048)
                        .keyUse(KeyUse.SIGNATURE)
                        .keyID("klarert-" + client.id().value())
                        .generate();
                data.writePrivate(file, made.toJSONString() + "\n");
                return List.of(clientKey(made, at));
            }
            return List.of(clientKey(JWK.parse(kept.get()).toRSAKey(), at));
        } catch (JOSEException | ParseException e) {
            throw new ConfigException("`" + file + "` is not the key of a client", e);
        }
    }

    private static ClientKey clientKey(RSAKey key, Instant at) throws JOSEException {
        return new ClientKey(
                new KeyId(key.getKeyID()), SignatureAlgorithm.RS256, key.toRSAPublicKey(), at.plus(KEYS_LAST));
    }
}
