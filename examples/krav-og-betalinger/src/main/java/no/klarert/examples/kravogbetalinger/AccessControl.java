package no.klarert.examples.kravogbetalinger;

import java.util.List;
import no.klarert.sdk.AuthorizationOutcome;
import no.klarert.sdk.Authorizer;
import no.klarert.sdk.TokenVerifier;
import no.klarert.sdk.VerificationOutcome;
import no.klarert.sdk.VerifiedToken;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may ask for whom (Krav og betalinger, access). Checks, in order: the token is valid, it holds the scope, it was issued for
 * a system user, the decision point permits this system user to read this resource for this party, the obligations are met.
 * Nothing is looked up before all have passed, and an answer never tells whether the party is known here.
 */
final class AccessControl {
    static final ScopeName SCOPE = ScopeName.parse("skatteetaten:kravogbetalinger");

    private static final Logger LOG = LoggerFactory.getLogger(AccessControl.class);
    private static final ResourceId RESOURCE = new ResourceId("ske-krav-og-betalinger");
    private static final ActionName READ = new ActionName("read");

    private final TokenVerifier verifier;
    private final Authorizer authorizer;

    /**
     * An access control.
     *
     * @param verifier requires {@link #SCOPE}
     */
    AccessControl(TokenVerifier verifier, Authorizer authorizer) {
        this.verifier = verifier;
        this.authorizer = authorizer;
    }

    /** A party whose claims and payments the caller may read; only {@link AccessControl} makes one. */
    static final class AuthorizedParty {
        private final OrgNumber number;

        private AuthorizedParty(OrgNumber number) {
            this.number = number;
        }

        String identifikator() {
            return number.value();
        }
    }

    /**
     * Lets the caller in, or throws the {@link Refusal}.
     *
     * @param authorization every {@code Authorization} header of the request
     * @param identifikator from the address; read only once the caller is known
     */
    AuthorizedParty admit(List<String> authorization, String identifikator) {
        var token = verified(authorization);
        var party = party(identifikator);
        return switch (authorizer.authorize(token, READ, RESOURCE, party)) {
            case AuthorizationOutcome.Granted granted -> new AuthorizedParty(party);
            case AuthorizationOutcome.Denied denied -> throw denied(denied);
            case AuthorizationOutcome.Undecided undecided -> throw behind(undecided.detail());
        };
    }

    private VerifiedToken verified(List<String> authorization) {
        return switch (verifier.verifyAuthorization(authorization)) {
            case VerificationOutcome.Verified verified -> verified.token();
            case VerificationOutcome.Rejected rejected -> throw rejected(rejected);
            case VerificationOutcome.Unavailable unavailable -> throw behind(unavailable.reason());
        };
    }

    private static OrgNumber party(String identifikator) {
        try {
            return new OrgNumber(identifikator);
        } catch (InvalidValueException malformed) {
            throw Refusal.input("Identifikatoren er ikke et organisasjonsnummer");
        }
    }

    private static Refusal rejected(VerificationOutcome.Rejected rejected) {
        LOG.info("token rejected, {}: {}", rejected.reason(), rejected.detail());
        return rejected.status() == 403
                ? Refusal.withChallenge(Feilkode.KB_005, "Tokenet mangler scopet " + SCOPE, rejected.challenge())
                : Refusal.withChallenge(Feilkode.KB_004, "Forespørselen mangler et gyldig token", rejected.challenge());
    }

    private static Refusal denied(AuthorizationOutcome.Denied denied) {
        LOG.info("access denied, {}: {}", denied.reason(), denied.detail());
        var text = switch (denied.reason()) {
            case NO_SYSTEM_USER -> "Tokenet er ikke utstedt for en systembruker";
            case NOT_PERMITTED, UNKNOWN_OBLIGATION -> "Systembrukeren har ikke tilgang for denne parten";
            case LEVEL_TOO_LOW -> "Tilgangen krever et høyere autentiseringsnivå";
        };
        return Refusal.withChallenge(Feilkode.KB_005, text, denied.challenge());
    }

    private static Refusal behind(String detail) {
        LOG.error("access cannot be decided: {}", detail);
        return Refusal.of(Feilkode.KB_002, "Tilgangen kan ikke kontrolleres nå; prøv igjen senere");
    }
}
