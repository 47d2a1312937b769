package no.klarert.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.klarert.access.Recipient;
import no.klarert.registry.ResourceType;
import no.klarert.registry.ServiceResource;
import no.klarert.registry.ServiceResource.AccessListMode;
import no.klarert.registry.ServiceResource.CompetentAuthority;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.RegisteredSystem;
import no.klarert.systemuser.SystemUser;
import no.klarert.systemuser.SystemUserRequest;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;

/**
 * Something to decide about, added to the story's world: Skatteetaten's resource with its policy, and SmartCloud's system user of
 * the bakery, which holds the package the policy names and the right to {@code write}, which the policy knows nothing of.
 */
final class DecisionWorld {
    static final String RESOURCE = "ske-krav-og-betalinger";
    static final String BAKERY = "313371735";
    static final String PLUMBER = "314159268";
    static final SystemUserId SYSTEM_USER = SystemUserId.parse("296a936a-0503-4ccf-8765-b35296602ebd");
    private static final LocalizedText NO_TEXT = LocalizedText.of(Map.of());
    private static final SystemId SYSTEM = new SystemId("310000019_smartcloud");

    private final Stores stores;
    private final Instant now;

    private DecisionWorld(Stores stores, Instant now) {
        this.stores = stores;
        this.now = now;
    }

    static void addTo(ServerUnderTest server) {
        var world = new DecisionWorld(server.wiring().stores(), server.clock().instant());
        world.stores.transactions().run(tx -> {
            world.addResource(tx);
            world.addSystemUser(tx);
            return world.give(tx);
        });
    }

    private void addResource(Transaction tx) {
        var id = new ResourceId(RESOURCE);
        var owner = new CompetentAuthority(Optional.of(new OrgNumber("974761076")), "skd", NO_TEXT);
        var resource = new ServiceResource(
                id,
                ResourceType.GENERIC_ACCESS_RESOURCE,
                NO_TEXT,
                NO_TEXT,
                NO_TEXT,
                true,
                true,
                owner,
                AccessListMode.DISABLED,
                List.of(),
                List.of(),
                "{}");
        stores.resources().insert(tx, resource, now);
        stores.policies().put(tx, id, policy(), now);
    }

    private static Bytes policy() {
        try (var in = Klarert.class.getResourceAsStream("demo/krav-og-betalinger-policy.xml")) {
            return Bytes.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addSystemUser(Transaction tx) {
        var vendor = new OrgNumber("310000019");
        var system = new RegisteredSystem(
                new UUID(0, 1),
                SYSTEM,
                vendor,
                NO_TEXT,
                NO_TEXT,
                List.of(),
                List.of(),
                List.of(),
                true,
                List.of(),
                false,
                now);
        stores.systems().insert(tx, system);
        var key = new SystemUserRequest.Key(SYSTEM, new OrgNumber(BAKERY), new ExternalRef(BAKERY));
        stores.systemUsers()
                .insert(tx, new SystemUser(SYSTEM_USER, key, new PartyId(51000011), "", List.of(), now), "test");
    }

    private int give(Transaction tx) {
        PartyUuid bakery = stores.parties()
                .byNumber(tx, new OrgNumber(BAKERY))
                .orElseThrow()
                .uuid();
        var to = new Recipient.OfSystemUser(SYSTEM_USER);
        stores.delegations().givePackage(tx, bakery, to, new AccessPackage("skatt-naering"), now);
        stores.delegations()
                .giveActions(tx, bakery, to, new ResourceId(RESOURCE), Set.of(new ActionName("write")), now);
        return 2;
    }

    static void deleteSystemUser(ServerUnderTest server) {
        var stores = server.wiring().stores();
        stores.transactions()
                .run(tx -> stores.systemUsers()
                        .delete(tx, SYSTEM_USER, "test", server.clock().instant()));
    }

    /** A question about the system user, as the SDK writes it. */
    static String question(String action, String resource, String organization) {
        return """
                {"Request": {
                  "AccessSubject": [{"Attribute": [{"AttributeId": "urn:altinn:systemuser:uuid", "Value": "%s"}]}],
                  "Action": [{"Attribute": [
                    {"AttributeId": "urn:oasis:names:tc:xacml:1.0:action:action-id", "Value": "%s"}]}],
                  "Resource": [{"Attribute": [
                    {"AttributeId": "urn:altinn:resource", "Value": "%s"},
                    {"AttributeId": "urn:altinn:organization:identifier-no", "Value": "%s"}]}]}}
                """.formatted(SYSTEM_USER, action, resource, organization);
    }

    /** The same about several actions, each a decision of its own, in order. */
    static String batch(String resource, List<String> actions, List<String> references) {
        var entries = actions.stream().map("""
                        {"Id": "%1$s", "Attribute": [
                          {"AttributeId": "urn:oasis:names:tc:xacml:1.0:action:action-id", "Value": "%1$s"}]}
                        """::formatted).toList();
        var ids = references.stream()
                .map("{\"ReferenceId\": [\"s\", \"%s\", \"r\"]}"::formatted)
                .toList();
        return """
                {"request": {
                  "accessSubject": [{"id": "s", "attribute": [
                    {"attributeId": "urn:altinn:systemuser:uuid", "value": "%s"}]}],
                  "action": [%s],
                  "resource": [{"id": "r", "attribute": [
                    {"attributeId": "urn:altinn:resource", "value": "%s"},
                    {"attributeId": "urn:altinn:organization:identifier-no", "value": "%s"}]}],
                  "multiRequests": {"requestReference": [%s]}}}
                """.formatted(SYSTEM_USER, String.join(",", entries), resource, BAKERY, String.join(",", ids));
    }
}
