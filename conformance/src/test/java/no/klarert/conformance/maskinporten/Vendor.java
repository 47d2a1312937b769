package no.klarert.conformance.maskinporten;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.PrivateKey;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.klarert.server.Twin;

/** A system vendor with a client: what it needs to ask the twin for tokens. */
record Vendor(String clientId, RSAKey key, String issuer, String scope) {
    /** A well-formed number of a synthetic person, to be found nowhere but in tokens. */
    static final String PERSON = "21918810010";

    private static final String SMARTCLOUD = "5a1f0c1e-8a34-4b52-9c0e-1d0f3b6a7e02";
    private static final String SKATTEETATEN = "5a1f0c1e-8a34-4b52-9c0e-1d0f3b6a7e01";
    private static final RSAKey STRANGER = newKey("stranger");

    /** The story's vendor. */
    static Vendor smartCloud(Twin twin) {
        return seeded(twin, SMARTCLOUD, "altinn:authentication/systemregister.write");
    }

    /** The story's API provider, as it administers its scopes. */
    static Vendor skatteetaten(Twin twin) {
        return seeded(twin, SKATTEETATEN, "idporten:scopes.write");
    }

    private static Vendor seeded(Twin twin, String clientId, String scope) {
        try {
            return new Vendor(clientId, JWK.parse(twin.clientKey(clientId)).toRSAKey(), twin.issuer(), scope);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    Vendor asking(String otherScope) {
        return new Vendor(clientId, key, issuer, otherScope);
    }

    PrivateKey privateKey() {
        return privateKey(key);
    }

    /** A key that is registered nowhere. */
    static RSAKey stranger() {
        return STRANGER;
    }

    static PrivateKey privateKey(RSAKey key) {
        try {
            return key.toPrivateKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An assertion with which nothing is wrong, of now and with an identifier of its own. */
    CraftedJwt assertion() {
        long now = System.currentTimeMillis() / 1000;
        return new CraftedJwt(
                Map.of("alg", "\"RS256\"", "kid", CraftedJwt.quoted(key.getKeyID())),
                Map.of(
                        "aud", CraftedJwt.quoted(issuer),
                        "iss", CraftedJwt.quoted(clientId),
                        "iat", Long.toString(now),
                        "exp", Long.toString(now + 100),
                        "jti", CraftedJwt.quoted("jti-" + UUID.randomUUID()),
                        "scope", CraftedJwt.quoted(scope)),
                List.of(),
                privateKey());
    }

    /** As {@link #assertion()}, and restricted to a person. */
    CraftedJwt assertionForPerson() {
        return assertion().claim("pid", CraftedJwt.quoted(PERSON));
    }
}
