package no.klarert.issuer;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.klarert.vocabulary.InvalidValueException;

/**
 * A DPoP proof that can be read (RFC 9449 §4.2) and is signed with the key it brings. Whether it belongs to a request is not
 * settled yet.
 *
 * @param accessTokenHash {@code ath}, absent at the token endpoint
 */
record DpopProof(
        ProofKey key, String jti, String method, String uri, Instant issuedAt, Optional<String> accessTokenHash) {
    private static final int LONGEST = 8 * 1024;
    private static final int LONGEST_JTI = 255;
    private static final String KIND = "DPoP proof";
    private static final String TYPE = "dpop+jwt";

    /** Members that name another key than {@code jwk}, or change what the parts mean (RFC 8725 §3). */
    private static final Set<String> REFUSED_HEADERS = Set.of("jku", "x5u", "x5c", "crit", "b64", "enc", "zip");

    /** Reads a proof; anything else is an {@link InvalidValueException} that repeats nothing of it. */
    static DpopProof read(String compact) {
        refuse(compact.length() > LONGEST, "at most " + LONGEST + " characters");
        var jws = CompactJws.parse(compact);
        var key = key(jws);
        refuse(!key.signed(jws), "signed with the key of its header");
        return claims(key, new ClaimReader(jws.payload()));
    }

    private static ProofKey key(CompactJws jws) {
        var header = jws.header();
        refuse(!jws.headerText("typ").equals(TYPE), "of `typ` `" + TYPE + "`");
        refuse(
                header.keySet().stream().anyMatch(REFUSED_HEADERS::contains),
                "without `crit` and other keys than `jwk`");
        var algorithm = ProofAlgorithm.find(jws.headerText("alg"))
                .orElseThrow(() -> InvalidValueException.secret(
                        KIND, "signed with one of " + String.join(", ", ProofAlgorithm.names())));
        if (header.get("jwk") instanceof Map<?, ?> jwk) {
            return ProofKey.read(algorithm, jwk);
        }
        throw InvalidValueException.secret(KIND, "with its public key as `jwk`");
    }

    private static DpopProof claims(ProofKey key, ClaimReader reader) {
        var proof = new DpopProof(
                key,
                reader.requiredText("jti"),
                reader.requiredText("htm"),
                reader.requiredText("htu"),
                reader.requiredTime("iat"),
                reader.text("ath"));
        reader.problem().ifPresent(problem -> refuse(true, "complete: " + problem));
        refuse(
                !proof.jti.matches("\\P{Cntrl}{1," + LONGEST_JTI + "}"),
                "with a `jti` of 1 to " + LONGEST_JTI + " characters");
        return proof;
    }

    private static void refuse(boolean broken, String rule) {
        if (broken) {
            throw InvalidValueException.secret(KIND, rule);
        }
    }

    @Override
    public String toString() {
        return KIND;
    }
}
