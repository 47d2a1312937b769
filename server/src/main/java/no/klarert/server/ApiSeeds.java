package no.klarert.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.klarert.access.ApiDelegationStore;
import no.klarert.registry.Caller;
import no.klarert.registry.CreateOutcome;
import no.klarert.registry.ResourceDraft;
import no.klarert.registry.ResourceType;
import no.klarert.registry.ServiceResource;
import no.klarert.registry.UploadOutcome;
import no.klarert.storage.Actor;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;

/** Puts API schemes and delegations of a world into an empty installation. */
final class ApiSeeds {
    private static final String POLICY = "api-scheme-policy.xml";
    private static final String PLACE_OF_ID = "RESOURCE-ID";
    private static final Caller INSTALLATION = new Caller(new Actor.OfInstallation(), Caller.Reach.EVERY_RESOURCE);

    private final Stores stores;
    private final RegistryWiring registry;

    ApiSeeds(Stores stores, InstantSource clock) {
        this.stores = stores;
        this.registry = new RegistryWiring(stores, clock);
    }

    /** The resource, and a policy that lets those who administer the APIs of a party delegate it. */
    void addScheme(Transaction transaction, World.SeededScheme scheme) {
        var draft = draft(scheme, "");
        var created =
                registry.registry().create(transaction, INSTALLATION, draft(scheme, ResourceJson.document(draft)));
        if (!(created instanceof CreateOutcome.Created)) {
            throw new ConfigException("the world names API scheme `" + scheme.id() + "`, which exists or cannot be");
        }
        var stored = registry.policies().upload(transaction, INSTALLATION, scheme.id(), policy(scheme));
        if (!(stored instanceof UploadOutcome.Stored)) {
            throw new IllegalStateException("the policy of a seeded API scheme was refused: " + stored);
        }
    }

    private static ResourceDraft draft(World.SeededScheme scheme, String document) {
        var owner = scheme.owner();
        return new ResourceDraft(
                scheme.id().value(),
                ResourceType.MASKINPORTEN_SCHEMA,
                inAllLanguages(scheme.title()),
                inAllLanguages(scheme.title()),
                inAllLanguages(scheme.title()),
                true,
                true,
                new ResourceDraft.Owner(owner.number().value(), "", inAllLanguages(owner.name())),
                ServiceResource.AccessListMode.DISABLED,
                scheme.scopes().stream()
                        .map(scope -> new ServiceResource.Reference("Altinn3", scope.value(), "MaskinportenScope"))
                        .toList(),
                List.of(),
                document);
    }

    private static LocalizedText inAllLanguages(String text) {
        return LocalizedText.of(Map.of("nb", text, "nn", text, "en", text));
    }

    private static Bytes policy(World.SeededScheme scheme) {
        try (var in = Objects.requireNonNull(ApiSeeds.class.getResourceAsStream(POLICY), POLICY)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Bytes.of(text.replace(PLACE_OF_ID, scheme.id().value()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void addDelegation(Transaction transaction, World.SeededApiDelegation delegation, Instant at) {
        var key = new ApiDelegationStore.Key(
                uuid(transaction, delegation.from()), uuid(transaction, delegation.to()), delegation.scheme());
        stores.apiDelegations().give(transaction, key, Optional.empty(), at);
    }

    private PartyUuid uuid(Transaction transaction, PartyId id) {
        return stores.parties().byId(transaction, id).orElseThrow().uuid();
    }
}
