package no.klarert.issuer;

import java.util.Map;
import no.klarert.vocabulary.AuthenticationLevel;

/** Claims of the Altinn tokens of people (system user API §2.1), and of the log-ins these come from. */
final class PersonClaims {
    static final String PID = "pid";
    static final String ACR = "acr";
    static final String AMR = "amr";

    private PersonClaims() {}

    /** Puts who the person is and how surely the person was authenticated. */
    static void put(Map<String, Object> claims, EndUser person, AuthenticationLevel level) {
        claims.put("nameid", person.user().toString());
        claims.put(AltinnClaims.USER_ID, (long) person.user().value());
        claims.put(AltinnClaims.PARTY_ID, (long) person.party().value());
        claims.put(AltinnClaims.PARTY_UUID, person.uuid().toString());
        claims.put(AltinnClaims.LEVEL, (long) level.value());
    }
}
