package no.klarert.conformance.maskinporten;

import static no.klarert.conformance.maskinporten.Answers.issued;
import static no.klarert.conformance.maskinporten.Answers.refused;
import static no.klarert.conformance.maskinporten.CraftedJwt.quoted;

import no.klarert.server.RunningTwin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an assertion counts: once, at its issuer, in its time (Maskinporten §2.5; §14 points 2 to 4). */
@ExtendWith(RunningTwin.Shared.class)
class AssertionUseTest {
    private static Http http;
    private static Vendor vendor;
    private static Vendor otherVendor;

    @BeforeAll
    static void prepare(RunningTwin twin) {
        http = new Http(twin.base());
        vendor = Vendor.smartCloud(twin);
        otherVendor = Vendor.skatteetaten(twin);
    }

    @Test
    void an_assertion_counts_once() {
        var assertion = vendor.assertion().sign();
        issued(http.token(assertion));
        refused(http.token(assertion), "invalid_grant", "MP-012", "Grant is used before");
    }

    @Test
    void an_identifier_counts_once_even_in_another_assertion_of_the_client() {
        var first = vendor.assertion();
        issued(http.token(first.sign()));
        var again = first.claim("exp", Long.toString(now() + 50));
        refused(http.token(again.sign()), "invalid_grant", "MP-012", "Grant is used before");
    }

    @Test
    void another_client_may_use_the_same_identifier() {
        var first = vendor.assertion();
        issued(http.token(first.sign()));
        issued(http.token(
                otherVendor.assertion().claim("jti", first.claim("jti")).sign()));
    }

    @Test
    void without_an_identifier_the_assertion_itself_counts_once() {
        var assertion = vendor.assertion().without("jti");
        issued(http.token(assertion.sign()));
        refused(http.token(assertion.sign()), "invalid_grant", "MP-012", "Grant is used before");
    }

    @Test
    void the_audience_is_the_issuer_and_nothing_else() {
        issued(http.token(vendor.assertion()
                .claim("aud", "[" + quoted(vendor.issuer()) + "]")
                .sign()));
        var withoutSlash = vendor.issuer().substring(0, vendor.issuer().length() - 1);
        for (var audience : new String[] {
            quoted(withoutSlash), quoted(vendor.issuer() + "token"), "[" + quoted(vendor.issuer()) + ",\"b\"]"
        }) {
            refused(
                    http.token(vendor.assertion().claim("aud", audience).sign()),
                    "invalid_grant",
                    "MP-110",
                    "Invalid JWT claim aud");
        }
    }

    /** A second or two from each bound, since the clock is a real one. */
    @ParameterizedTest
    @CsvSource({"8, 60", "0, 120", "-110, 5", "-60, -5"})
    void accepts_times_within_the_bounds(long issued, long expires) {
        issued(http.token(times(issued, expires).sign()));
    }

    @ParameterizedTest
    @CsvSource({
        "13, 60, '', Issue time is after now",
        "0, 121, '', more than 120 seconds",
        "5, 5, '', must be after",
        "-60, -13, MP-130, JWT is expired"
    })
    void refuses_times_beyond_the_bounds(long issued, long expires, String code, String phrase) {
        refused(http.token(times(issued, expires).sign()), "invalid_grant", code, phrase);
    }

    private static CraftedJwt times(long issued, long expires) {
        long now = now();
        return vendor.assertion().claim("iat", Long.toString(now + issued)).claim("exp", Long.toString(now + expires));
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }
}
