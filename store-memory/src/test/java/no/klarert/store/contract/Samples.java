package no.klarert.store.contract;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.klarert.access.Party;
import no.klarert.systemuser.RegisteredSystem;
import no.klarert.systemuser.Right;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.UserId;

/** Values to store. All are invented; the numbers have valid check digits. */
public final class Samples {
    /** With the microseconds that a store keeps. */
    public static final Instant NOW = Instant.parse("2026-03-04T08:15:30.123456Z");

    public static final LocalizedText TEXT =
            LocalizedText.of(Map.of("nb", "Blåbær", "nn", "Blåber", "en", "Bil\"berry\\"));
    public static final LocalizedText NO_TEXT = LocalizedText.of(Map.of());

    private Samples() {}

    /** The {@code n}th organisation number, ascending. */
    public static OrgNumber organization(int n) {
        return new OrgNumber(IntStream.range(31_000_000, 40_000_000)
                .mapToObj(Integer::toString)
                .flatMap(start -> IntStream.range(0, 10).mapToObj(digit -> start + digit))
                .filter(OrgNumber::isWellFormed)
                .skip(n)
                .findFirst()
                .orElseThrow());
    }

    /** The {@code n}th identity number of one synthetic birthday. */
    public static PersonIdentifier person(int n) {
        return new PersonIdentifier(IntStream.range(0, 100_000)
                .mapToObj(tail -> "018190%05d".formatted(tail))
                .filter(PersonIdentifier::isWellFormed)
                .skip(n)
                .findFirst()
                .orElseThrow());
    }

    /** A UUID that begins with {@code first}, eight hexadecimal digits. */
    public static UUID uuid(String first) {
        return UUID.fromString(first + "-4d6e-4b55-9d5e-0a4f8a1c7e21");
    }

    public static PartyUuid partyUuid(int n) {
        return new PartyUuid(uuid("%08x".formatted(n)));
    }

    public static Party.Organization company(int n) {
        return new Party.Organization(
                new PartyId(50_000_000 + n), partyUuid(n), "Selskap " + n, organization(n), "AS", Optional.empty());
    }

    public static Party.Person human(int n) {
        return new Party.Person(
                new PartyId(51_000_000 + n),
                partyUuid(1_000_000 + n),
                "Person " + n,
                person(n),
                Optional.of(new UserId(20_000_000 + n)));
    }

    public static RegisteredSystem system(String name, String... clientIds) {
        return new RegisteredSystem(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                new SystemId(organization(0) + "_" + name),
                organization(0),
                TEXT,
                NO_TEXT,
                List.of(
                        new Right(Optional.of("read"), new ResourceId("ressurs-b")),
                        new Right(Optional.empty(), new ResourceId("ressurs-a"))),
                List.of(new AccessPackage("skatt-næring"), new AccessPackage("a-ordningen")),
                List.of(clientIds).stream().map(ClientId::new).toList(),
                true,
                List.of("https://smartcloud.example/retur?a=1", "http://localhost:9000/"),
                false,
                NOW);
    }

    public static RSAPublicKey publicKey() {
        return Key.VALUE;
    }

    /** Made once, when first asked for. */
    private static final class Key {
        private static final RSAPublicKey VALUE = generate();

        private static RSAPublicKey generate() {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return (RSAPublicKey) generator.generateKeyPair().getPublic();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
