package no.klarert.conformance.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.klarert.server.RunningTwin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Known attacks on JWTs (RFC 8725 §2) and what else a stranger might post, at the token endpoint of a running twin. Each is
 * refused with the documented error, uses up nothing, makes nobody fetch anything, and leaves no trace of its content in the log,
 * the token log or the audit trail.
 */
@ExtendWith(RunningTwin.Shared.class)
class AssertionAttackTest {
    private static final int LONGEST_REFUSAL = 2_048;
    private static final int FEWEST_ATTACKS = 400;

    private static RunningTwin twin;
    private static Http http;
    private static Vendor vendor;
    private static Lure lure;
    private static final List<String> CONTENTS = new ArrayList<>();

    @BeforeAll
    static void prepare(RunningTwin shared) {
        twin = shared;
        http = new Http(twin.base());
        vendor = Vendor.smartCloud(twin);
        lure = new Lure();
    }

    @AfterAll
    static void nobody_followed_the_lure_or_wrote_down_what_was_sent() throws IOException {
        assertThat(lure.visits()).isZero();
        var log = twin.log();
        assertThat(CONTENTS).filteredOn(log::contains).as("logged").isEmpty();
        var records = twin.records();
        assertThat(CONTENTS).filteredOn(records::contains).as("recorded").isEmpty();
        assertThat(records).contains("invalid_grant MP-124");
        assertThat(log).contains("POST /maskinporten/token 400").doesNotContain("unexpected failure");
        try (var visitor = new Socket(lure.address().getHost(), lure.address().getPort())) {
            assertThat(visitor.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(lure.visits()).as("the lure counts").isOne();
        lure.close();
    }

    @TestFactory
    Stream<DynamicNode> refuses() {
        var groups = attacks(lure.address());
        assertThat(groups.values().stream().mapToInt(List::size).sum()).isGreaterThan(FEWEST_ATTACKS);
        return groups.entrySet().stream()
                .map(group -> dynamicContainer(
                        group.getKey(),
                        group.getValue().stream()
                                .map(attack -> dynamicTest(attack.toString(), () -> refuses(attack)))));
    }

    private static Map<String, List<Attack>> attacks(URI strangersHost) {
        Map<String, Stream<Attack>> groups = new LinkedHashMap<>();
        groups.put("algorithms", HeaderAttacks.algorithms());
        groups.put("public key as secret", HeaderAttacks.publicKeyAsSecret(vendor.key()));
        groups.put("other hashes", HeaderAttacks.otherHashes());
        groups.put("own keys", HeaderAttacks.ownKeys(strangersHost));
        groups.put("chains", HeaderAttacks.chains(strangersHost));
        groups.put("key identifiers", HeaderAttacks.keyIdentifiers(vendor.key().getKeyID()));
        groups.put("meanings", HeaderAttacks.meanings());
        groups.put("audiences", ClaimAttacks.audiences(vendor.issuer()));
        groups.put("times", ClaimAttacks.times());
        groups.put("validities", ClaimAttacks.validities());
        groups.put("types", ClaimAttacks.types());
        groups.put("look-alike clients", LookalikeAttacks.clients(vendor.clientId()));
        groups.put("look-alike scopes", LookalikeAttacks.scopes(vendor.scope()));
        groups.put("look-alike parties", LookalikeAttacks.parties());
        groups.put("authorization details", ClaimAttacks.details());
        groups.put("targets", ClaimAttacks.targets());
        groups.put("duplicates", StructureAttacks.duplicates());
        groups.put("sizes", StructureAttacks.sizes());
        groups.put("nested", StructureAttacks.nested(issuerKey()));
        groups.put("signatures", StructureAttacks.signatures());
        groups.put("spellings", SpellingAttacks.spellings());
        groups.put("JSON", SpellingAttacks.json());
        Map<String, List<Attack>> attacks = new LinkedHashMap<>();
        groups.forEach((name, group) -> attacks.put(name, group.toList()));
        return attacks;
    }

    private static RSAKey issuerKey() {
        try {
            return JWKSet.parse(http.get("/maskinporten/jwk").text())
                    .getKeys()
                    .get(0)
                    .toRSAKey();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refuses(Attack attack) {
        var sound = vendor.assertionForPerson();
        var forged = attack.forge().apply(sound);
        var reply = http.token(forged);
        assertRefused(reply, attack.expected());
        assertThat(reply.text()).doesNotContain(Vendor.PERSON);
        if (attack.leavesTheAssertionUnused()) {
            assertThat(http.token(sound.sign()).status()).as("the sound one").isEqualTo(200);
        }
        CONTENTS.addAll(contents(sound, forged));
    }

    private static void assertRefused(Http.Reply reply, Attack.Refused expected) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("X-Injected")).isEmpty();
        assertThat(reply.json().path("error").asString()).as(reply.text()).isEqualTo(expected.error());
        assertThat(reply.json().path("error_uri").asString(""))
                .as(reply.text())
                .isEqualTo(expected.code().isEmpty() ? "" : vendor.issuer() + "errors/" + expected.code());
        assertThat(reply.json().path("error_description").asString())
                .matches("[\\x20-\\x7E&&[^\"\\\\]]+ \\(trace_id: [0-9a-f]{32}\\)");
        assertThat(reply.text()).hasSizeLessThan(LONGEST_REFUSAL).doesNotContain("access_token");
    }

    /** What must be found nowhere afterwards: every part of both, and what they were about. */
    private static List<String> contents(CraftedJwt sound, String forged) {
        return Stream.concat(
                        Stream.of(sound.sign(), forged).flatMap(jwt -> Stream.of(jwt.split("[.]", -1))),
                        Stream.of(Vendor.PERSON, sound.claim("jti").replace("\"", "")))
                .filter(content -> content.length() > 10)
                .map(content -> content.substring(0, Math.min(content.length(), 200)))
                .toList();
    }
}
