package no.klarert.issuer;

import java.util.List;
import java.util.Set;
import no.klarert.vocabulary.InvalidValueException;

/** An assertion that can be read, but that nobody has vouched for yet (steps 3 to 5 of Maskinporten §2.5). */
record RawAssertion(CompactJws jws, AssertionClaims claims) {
    /** The longest assertion, in characters. */
    static final int LONGEST = 32 * 1024;

    /** Members that would let the assertion choose its own key or change what its parts mean (RFC 8725 §3). */
    private static final Set<String> REFUSED_HEADERS = Set.of("jku", "jwk", "x5u", "crit", "b64", "enc", "zip");

    static Step<RawAssertion> read(String assertion) {
        return parse(assertion)
                .then(RawAssertion::withAcceptableHeader)
                .then(jws -> AssertionClaims.read(jws).map(claims -> new RawAssertion(jws, claims)));
    }

    private static Step<CompactJws> parse(String assertion) {
        if (assertion.length() > LONGEST) {
            return malformed("the assertion is longer than " + LONGEST + " characters");
        }
        try {
            return Step.passed(CompactJws.parse(assertion));
        } catch (InvalidValueException e) {
            return malformed(e.getMessage());
        }
    }

    private static Step<CompactJws> withAcceptableHeader(CompactJws jws) {
        var refused =
                jws.header().keySet().stream().filter(REFUSED_HEADERS::contains).findFirst();
        if (refused.isPresent()) {
            return malformed("header `" + refused.get() + "` is not accepted");
        }
        if (SignatureAlgorithm.find(jws.headerText("alg")).isEmpty()) {
            return malformed("header `alg` must be RS256, RS384 or RS512");
        }
        if (jws.header().containsKey("kid") && jws.headerText("kid").isEmpty()) {
            return malformed("header `kid` must be a string");
        }
        return jws.header().containsKey("x5c") ? withAcceptableChain(jws) : Step.passed(jws);
    }

    private static Step<CompactJws> withAcceptableChain(CompactJws jws) {
        if (!(jws.header().get("x5c") instanceof List<?> chain)
                || chain.isEmpty()
                || !chain.stream().allMatch(String.class::isInstance)) {
            return Step.stopped(Refusal.of(MpCode.MP_123, "it must be an array of strings"));
        }
        if (jws.header().containsKey("kid")) {
            return Step.stopped(Refusal.of(MpCode.MP_123, "either `kid` or `x5c` is accepted, not both"));
        }
        return Step.passed(jws);
    }

    private static <T> Step<T> malformed(String what) {
        return Step.stopped(Refusal.of(MpCode.MP_011, what));
    }
}
