package no.klarert.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;

/** What the tests expect of token outcomes. */
final class Outcomes {
    private Outcomes() {}

    static TokenOutcome.Issued issued(TokenOutcome outcome) {
        assertThat(outcome).isInstanceOf(TokenOutcome.Issued.class);
        return (TokenOutcome.Issued) outcome;
    }

    /** The claims of an issued token, read without verifying it. */
    static Map<String, Object> claims(TokenOutcome outcome) {
        return CompactJws.parse(issued(outcome).token().reveal()).payload();
    }

    static Map<String, Object> header(TokenOutcome outcome) {
        return CompactJws.parse(issued(outcome).token().reveal()).header();
    }

    static void refused(TokenOutcome outcome, MpCode code, String phrase) {
        refused(outcome, code, code.error(), phrase);
    }

    static void refused(TokenOutcome outcome, MpCode code, OAuthError error, String phrase) {
        var refused = refused(outcome, error, phrase);
        assertThat(refused.errorUri()).contains(Installation.ISSUER + "errors/" + code.code());
        assertThat(refused.description()).doesNotContain(code.code());
    }

    /** A refusal without a code. */
    static void refusedWithoutCode(TokenOutcome outcome, OAuthError error, String phrase) {
        assertThat(refused(outcome, error, phrase).errorUri()).isEqualTo(Optional.empty());
    }

    private static TokenOutcome.Refused refused(TokenOutcome outcome, OAuthError error, String phrase) {
        assertThat(outcome).isInstanceOf(TokenOutcome.Refused.class);
        var refused = (TokenOutcome.Refused) outcome;
        assertThat(refused.error()).isEqualTo(error);
        assertThat(refused.description())
                .contains(phrase)
                .endsWith(" (trace_id: " + Installation.TRACE + ")")
                .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
        return refused;
    }
}
