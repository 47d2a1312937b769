package no.klarert.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.klarert.registry.ResourceType;
import no.klarert.registry.ServiceResource;
import no.klarert.storage.Bytes;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ResourceId;

/** What precedes a visit to the portal: Skatteetaten's resource, SmartCloud's system, and its requests to the bakery. */
final class PortalStory {
    static final String PAGES = "/accessmanagement/ui/systemuser";
    static final String REDIRECT_URL = "https://smartcloud.example/kvittering?kunde=%C3%A5&x=1";
    static final String BAKERY = "313371735";
    static final ResourceId RESOURCE = new ResourceId("ske-krav-og-betalinger");
    private static final String REGISTER = "/authentication/api/v1/systemregister/vendor";
    private static final String REQUESTS = "/authentication/api/v1/systemuser/request/vendor";
    private static final String SYSTEM = "310000019_regnskap";
    private static final String RIGHT =
            "[{\"resource\": [{\"id\": \"urn:altinn:resource\", \"value\": \"ske-krav-og-betalinger\"}]}]";

    private final ServerUnderTest server;

    private PortalStory(ServerUnderTest server) {
        this.server = server;
    }

    static PortalStory begin(ServerUnderTest server) {
        var story = new PortalStory(server);
        story.resource();
        story.system();
        return story;
    }

    private void resource() {
        resource(server.wiring().stores(), server.clock().instant());
    }

    /** Skatteetaten's resource with its policy, which names a role and a package. */
    static void resource(Stores stores, Instant now) {
        var resource = new ServiceResource(
                RESOURCE,
                ResourceType.GENERIC_ACCESS_RESOURCE,
                text("Krav og betalinger", "Krav og betalingar", "Claims and payments"),
                text("Krav", "Krav", "Claims"),
                text("Systemet kan lese kravene", "Systemet kan lese krava", "The system can read the claims"),
                true,
                true,
                new ServiceResource.CompetentAuthority(
                        Optional.of(new OrgNumber("974761076")),
                        "skd",
                        text("Skatteetaten", "Skatteetaten", "Tax Administration")),
                ServiceResource.AccessListMode.DISABLED,
                List.of(),
                List.of(),
                "{}");
        stores.transactions().run(transaction -> {
            stores.resources().insert(transaction, resource, now);
            return stores.policies().put(transaction, RESOURCE, policy(), now);
        });
    }

    private static Bytes policy() {
        try (var in = Klarert.class.getResourceAsStream("demo/krav-og-betalinger-policy.xml")) {
            return Bytes.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalizedText text(String nb, String nn, String en) {
        return LocalizedText.of(Map.of("nb", nb, "nn", nn, "en", en));
    }

    private void system() {
        var token = server.token(ServerUnderTest.SMARTCLOUD, "altinn:authentication/systemregister.write");
        var reply = server.post(REGISTER)
                .token(token)
                .json("""
                        {"id": "%s", "vendor": {"authority": "iso6523-actorid-upis", "ID": "0192:310000019"},
                         "name": {"nb": "SmartCloud Regnskap", "nn": "SmartCloud Rekneskap", "en": "SmartCloud Accounting"},
                         "description": {"nb": "Viser krav", "nn": "Viser krav", "en": "Shows claims"},
                         "rights": %s, "accessPackages": [{"urn": "urn:altinn:accesspackage:motorvognavgift"}],
                         "clientId": ["%s"], "isVisible": true, "allowedRedirectUrls": ["https://smartcloud.example/kvittering"]}
                        """.formatted(SYSTEM, RIGHT, UUID.randomUUID()))
                .send();
        expect(200, reply);
    }

    /** A request for the resource, from SmartCloud to the bakery; answers its id. */
    String request() {
        return request("\"rights\": " + RIGHT);
    }

    /** A request for a package instead. */
    String requestForPackage() {
        return request("\"accessPackages\": [{\"urn\": \"urn:altinn:accesspackage:motorvognavgift\"}]");
    }

    private String request(String asked) {
        var token = server.token(ServerUnderTest.SMARTCLOUD, "altinn:authentication/systemuser.request.write");
        var reply = server.post(REQUESTS)
                .token(token)
                .json("""
                        {"systemId": "%s", "partyOrgNo": "%s", "externalRef": "%s", %s, "redirectUrl": "%s"}
                        """.formatted(SYSTEM, BAKERY, UUID.randomUUID(), asked, REDIRECT_URL))
                .send();
        expect(201, reply);
        return reply.json().path("id").asString();
    }

    /** The status as the vendor reads it. */
    String status(String request) {
        var token = server.token(ServerUnderTest.SMARTCLOUD, "altinn:authentication/systemuser.request.read");
        var reply = server.get(REQUESTS + "/" + request).token(token).send();
        expect(200, reply);
        return reply.json().path("status").asString();
    }

    static String page(String request) {
        return PAGES + "/request?id=" + request;
    }

    private static void expect(int status, TestCall.Reply reply) {
        if (reply.status() != status) {
            throw new AssertionError(reply.status() + " " + reply.text());
        }
    }
}
