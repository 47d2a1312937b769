package no.klarert.conformance.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.klarert.server.RunningTwin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Forged access tokens at interfaces of every kind. Each is answered with 401, the challenge of RFC 6750 §3 and nothing else;
 * nobody fetches anything for it and nothing of it is logged.
 */
@ExtendWith(RunningTwin.Shared.class)
class AccessTokenAttackTest {
    private static final List<Target> TARGETS = List.of(
            new Target("GET", "/samarbeid/api/v1/clients", ""),
            new Target("POST", "/samarbeid/api/v1/scopes", "{}"),
            new Target("GET", "/authentication/api/v1/systemregister/vendor", ""),
            new Target("POST", "/authentication/api/v1/systemuser/request/vendor", "{}"),
            new Target("POST", "/resourceregistry/api/v1/resource", "{}"),
            new Target("POST", "/authorization/api/v1/authorize", "{}"),
            new Target("GET", "/authentication/api/v1/exchange/maskinporten", ""));
    private static final List<String> CONTENTS = new ArrayList<>();

    private static RunningTwin twin;
    private static Http http;
    private static Vendor vendor;
    private static RSAKey issuerKey;
    private static Lure lure;

    /** An interface that wants a token of ours. */
    private record Target(String method, String path, String body) {}

    @BeforeAll
    static void prepare(RunningTwin shared) throws Exception {
        twin = shared;
        http = new Http(twin.base());
        vendor = Vendor.smartCloud(twin);
        issuerKey = JWKSet.parse(http.get("/maskinporten/jwk").text())
                .getKeys()
                .get(0)
                .toRSAKey();
        lure = new Lure();
    }

    @AfterAll
    static void nothing_was_fetched_or_logged() throws Exception {
        assertThat(lure.visits()).isZero();
        lure.close();
        var log = twin.log();
        assertThat(CONTENTS).isNotEmpty().filteredOn(log::contains).isEmpty();
        assertThat(log).doesNotContain("unexpected failure");
    }

    private static String genuine() {
        return http.token(vendor.assertion().sign()).accessToken();
    }

    @TestFactory
    Stream<DynamicNode> refuses() {
        return new AccessTokenAttacks(vendor, twin.base(), issuerKey, lure.address())
                .all().entrySet().stream()
                        .map(attack -> dynamicContainer(
                                attack.getKey(),
                                TARGETS.stream()
                                        .map(target -> dynamicTest(
                                                target.path(),
                                                () -> refuses(
                                                        target,
                                                        attack.getValue().apply(genuine()))))));
    }

    private static void refuses(Target target, String token) {
        Stream.of(token.split("[.]", -1)).filter(part -> part.length() > 20).forEach(CONTENTS::add);
        var reply = http.call(target.method(), target.path(), token, target.body());
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(reply.text()).isEmpty();
    }

    @Test
    void a_genuine_token_opens_the_door_and_only_in_the_header() {
        var path = "/authentication/api/v1/systemregister/vendor";
        var token = genuine();
        assertThat(http.call("GET", path, token, "").status()).isEqualTo(200);
        for (var elsewhere : List.of(
                http.request(path + "?access_token=" + token),
                http.request(path).header("Cookie", "AltinnStudioRuntime=" + token + "; access_token=" + token),
                http.request(path).header("Authorization", "Basic " + token),
                http.request(path).header("Authorization", token),
                http.request(path).header("Proxy-Authorization", "Bearer " + token),
                http.request("/authentication/api/v1/systemuser/request/vendor")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("access_token=" + token)))) {
            var reply = http.send(elsewhere);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
        CONTENTS.add(token.substring(token.lastIndexOf('.') + 1));
    }

    /** A comma separates the values of a header, so it makes two of one (RFC 9110 §5.3). */
    @Test
    void two_tokens_are_one_too_many() {
        var path = "/samarbeid/api/v1/clients";
        var token = genuine();
        for (var request : List.of(
                http.request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Authorization", "Bearer " + token),
                http.request(path).header("Authorization", "Bearer " + token + "," + token),
                http.request(path).header("Authorization", "Bearer {\"payload\":\"e30\",\"signature\":\"AA\"}"))) {
            var reply = http.send(request);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_request\"");
        }
    }

    @Test
    void a_header_that_is_too_large_is_refused_before_anyone_reads_it() {
        var reply = http.call("GET", "/samarbeid/api/v1/clients", "x".repeat(100_000), "");
        assertThat(reply.status()).isBetween(400, 431);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        CONTENTS.add("x".repeat(200));
    }
}
