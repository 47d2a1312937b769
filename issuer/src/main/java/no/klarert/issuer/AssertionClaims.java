package no.klarert.issuer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The claims of an assertion, complete and of the right types, not yet checked in any other way (Maskinporten §2.3). */
record AssertionClaims(
        String issuer, List<String> audience, Validity validity, Optional<String> jti, RequestedToken requested) {
    private static final int LONGEST_JTI = 255;
    private static final Set<String> KNOWN = Set.of(
            "aud",
            "iss",
            "sub",
            "iat",
            "exp",
            "nbf",
            "jti",
            "scope",
            "resource",
            "pid",
            "consumer_org",
            "iss_onbehalfof",
            "authorization_details");

    /** Step 5 of Maskinporten §2.5. */
    static Step<AssertionClaims> read(CompactJws jws) {
        var reader = new ClaimReader(jws.payload());
        reader.refuseUnknown(KNOWN);
        var claims = new AssertionClaims(
                reader.requiredText("iss"),
                audience(reader),
                new Validity(reader.requiredTime("iat"), reader.requiredTime("exp"), reader.time("nbf")),
                reader.text("jti"),
                RequestedToken.read(reader));
        var subject = reader.text("sub").orElse(claims.issuer());
        return reader.problem()
                .or(() -> claims.oddity(subject))
                .map(what -> Step.<AssertionClaims>stopped(Refusal.of(MpCode.MP_011, what)))
                .orElseGet(() -> Step.passed(claims));
    }

    private static List<String> audience(ClaimReader reader) {
        var audience = reader.texts("aud");
        if (audience.isEmpty()) {
            reader.requiredText("aud");
        }
        return audience.orElse(List.of());
    }

    private Optional<String> oddity(String subject) {
        if (!subject.equals(issuer)) {
            return Optional.of("claim `sub` must equal `iss`");
        }
        if (jti.isPresent() && !jti.get().matches("\\P{Cntrl}{1," + LONGEST_JTI + "}")) {
            return Optional.of("claim `jti` must be 1 to " + LONGEST_JTI + " printable characters");
        }
        return Optional.empty();
    }
}
