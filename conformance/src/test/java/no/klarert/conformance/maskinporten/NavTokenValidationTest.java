package no.klarert.conformance.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import no.klarert.server.RunningTwin;
import no.nav.security.token.support.core.configuration.IssuerProperties;
import no.nav.security.token.support.core.configuration.MultiIssuerConfiguration;
import no.nav.security.token.support.core.context.TokenValidationContext;
import no.nav.security.token.support.core.validation.JwtTokenValidationHandler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** NAV's token validation as the resource server of an API, configured as for the public Maskinporten. */
@ExtendWith(RunningTwin.Shared.class)
class NavTokenValidationTest {
    private static final String NAME = "maskinporten";

    private static Http http;
    private static Vendor vendor;

    @BeforeAll
    static void prepare(RunningTwin twin) {
        http = new Http(twin.base());
        vendor = Vendor.smartCloud(twin);
    }

    /** Tokens have no subject, and an audience only if one was asked for. */
    private static TokenValidationContext validated(String token) throws MalformedURLException {
        var metadata = URI.create(vendor.issuer() + ".well-known/oauth-authorization-server")
                .toURL();
        var properties = new IssuerProperties(
                metadata, List.of(), null, "Authorization", new IssuerProperties.Validation(List.of("aud", "sub")));
        var handler = new JwtTokenValidationHandler(new MultiIssuerConfiguration(Map.of(NAME, properties)));
        return handler.getValidatedTokens(name -> name.equals("Authorization") ? "Bearer " + token : null);
    }

    @Test
    void accepts_a_token() throws MalformedURLException {
        var context = validated(http.token(vendor.assertion().sign()).accessToken());
        assertThat(context.hasTokenFor(NAME)).isTrue();
        assertThat(context.getClaims(NAME).getStringClaim("scope")).isEqualTo(vendor.scope());
    }

    @Test
    void refuses_a_changed_token_and_the_assertion_itself() throws MalformedURLException {
        var token = http.token(vendor.assertion().sign()).accessToken();
        assertThat(validated(token.substring(0, token.length() - 8) + "AAAAAAAA")
                        .hasValidToken())
                .isFalse();
        assertThat(validated(vendor.assertion().sign()).hasValidToken()).isFalse();
    }
}
