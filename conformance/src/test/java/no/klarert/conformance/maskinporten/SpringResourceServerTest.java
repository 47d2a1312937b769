package no.klarert.conformance.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import no.klarert.server.RunningTwin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Spring Security as the resource server of an API, told nothing but the issuer. */
@ExtendWith(RunningTwin.Shared.class)
class SpringResourceServerTest {
    private static Http http;
    private static Vendor vendor;

    @BeforeAll
    static void prepare(RunningTwin twin) {
        http = new Http(twin.base());
        vendor = Vendor.smartCloud(twin);
    }

    private static String token() {
        return http.token(vendor.assertion().sign()).accessToken();
    }

    private static String tokenFor(String resource) {
        return http.token(vendor.assertion()
                        .claim("resource", CraftedJwt.quoted(resource))
                        .sign())
                .accessToken();
    }

    @Test
    void trusts_a_token_of_the_issuer_it_was_told() {
        var jwt = JwtDecoders.fromIssuerLocation(vendor.issuer()).decode(token());
        assertThat(jwt.getIssuer()).hasToString(vendor.issuer());
        assertThat(jwt.getClaimAsString("scope")).isEqualTo(vendor.scope());
        assertThat(jwt.getClaimAsMap("consumer"))
                .isEqualTo(Map.of("authority", "iso6523-actorid-upis", "ID", "0192:310000019"));
    }

    @Test
    void does_so_too_by_the_way_of_open_id_and_that_of_oauth() {
        for (var decoder : List.of(
                JwtDecoders.<NimbusJwtDecoder>fromOidcIssuerLocation(vendor.issuer()),
                NimbusJwtDecoder.withIssuerLocation(vendor.issuer()).build(),
                NimbusJwtDecoder.withJwkSetUri(vendor.issuer() + "jwk").build())) {
            assertThat(decoder.decode(token()).getClaimAsString("client_id")).isEqualTo(vendor.clientId());
        }
    }

    @Test
    void refuses_the_assertion_itself_and_a_changed_token() {
        var decoder = JwtDecoders.fromIssuerLocation(vendor.issuer());
        assertThatExceptionOfType(BadJwtException.class)
                .isThrownBy(() -> decoder.decode(vendor.assertion().sign()));
        var token = token();
        assertThatExceptionOfType(BadJwtException.class)
                .isThrownBy(() -> decoder.decode(token.substring(0, token.length() - 8) + "AAAAAAAA"));
    }

    @Test
    void refuses_a_token_made_for_another_audience() {
        NimbusJwtDecoder decoder = JwtDecoders.fromIssuerLocation(vendor.issuer());
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(List.of(new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains("https://api.example/")))));
        assertThat(decoder.decode(tokenFor("https://api.example/")).getAudience())
                .containsExactly("https://api.example/");
        assertThatExceptionOfType(JwtValidationException.class)
                .isThrownBy(() -> decoder.decode(tokenFor("https://other.example/")));
        assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decoder.decode(token()));
    }

    @Test
    void trusts_an_exchanged_token_of_the_altinn_issuer() {
        var exchanged = http.call("GET", "/authentication/api/v1/exchange/maskinporten", token(), "")
                .text();
        var issuer = http.base() + "/authentication/api/v1/openid/";
        var jwt = JwtDecoders.fromIssuerLocation(issuer).decode(exchanged);
        assertThat(jwt.getClaimAsString("urn:altinn:orgNumber")).isEqualTo("310000019");
        assertThatExceptionOfType(BadJwtException.class)
                .isThrownBy(() -> JwtDecoders.fromIssuerLocation(issuer).decode(token()));
    }
}
