package no.klarert.server.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import no.klarert.sdk.HttpSettings;
import no.klarert.sdk.MaskinportenClient;
import no.klarert.sdk.SigningKey;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;

/**
 * Where the story plays and who is in it.
 *
 * @param run tells this telling's system from those of earlier ones: a system id is never used twice
 * @param clientKeys where the private key of a seeded client is
 */
record Setting(
        URI base,
        String run,
        Journal journal,
        LoggedHttp http,
        InstantSource clock,
        Party skatteetaten,
        Party smartCloud,
        Party nordlys,
        Function<String, Path> clientKeys) {
    static final OrgNumber BAKERY = new OrgNumber("313371735");
    static final OrgNumber PLUMBER = new OrgNumber("314159268");
    static final String GENERAL_MANAGER = "12857410260";
    static final String BOARD_MEMBER = "03829010150";
    static final String STRANGER = "07826510026";

    String issuer() {
        return base + "/maskinporten/";
    }

    Api as(String token) {
        return new Api(http, base, Optional.of(token));
    }

    Api anonymous() {
        return new Api(http, base, Optional.empty());
    }

    Browser browser() {
        return new Browser(http, base);
    }

    MaskinportenClient client(String clientId, RSAKey key) {
        return client(clientId, SigningKey.fromJwk(key.toJSONString()));
    }

    MaskinportenClient client(String clientId, SigningKey key) {
        return MaskinportenClient.builder(URI.create(issuer()), new ClientId(clientId), key)
                .http(HttpSettings.standard().withClient(http))
                .build();
    }

    RSAKey newKey(String keyId) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(com.nimbusds.jose.JWSAlgorithm.RS256)
                    .keyID(keyId)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no RSA keys on this platform", e);
        }
    }

    /** The answer must be as expected; otherwise the story cannot go on. */
    Api.Reply expect(int status, Api.Reply reply) {
        if (!reply.is(status)) {
            throw new StoryFailure("expected status " + status + ", got " + reply.status() + ": " + reply.text());
        }
        return reply;
    }

    /** The answer must be a refusal with that status, and say {@code sign}. */
    void mustRefuse(String what, int status, String sign, Api.Reply reply) {
        if (reply.is(status) && reply.text().contains(sign)) {
            journal.refused(what, status + (sign.isEmpty() ? "" : " " + sign));
        } else {
            journal.failed(what + " should be refused with " + status + " " + sign + ", got " + reply.status() + ": "
                    + reply.text());
        }
    }

    void mustRefuse(String what, int status, Browser.Page page) {
        if (page.status() == status) {
            journal.refused(what, status + " “" + page.heading() + "”");
        } else {
            journal.failed(what + " should be refused with " + status + ", got " + page.status() + " “" + page.heading()
                    + "”");
        }
    }
}
