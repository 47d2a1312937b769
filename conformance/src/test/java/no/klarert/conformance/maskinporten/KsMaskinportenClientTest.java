package no.klarert.conformance.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import no.klarert.server.RunningTwin;
import no.ks.fiks.maskinporten.AccessTokenRequest;
import no.ks.fiks.maskinporten.Maskinportenklient;
import no.ks.fiks.maskinporten.MaskinportenklientProperties;
import no.ks.fiks.maskinporten.error.MaskinportenClientTokenRequestException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Maskinporten client that KS publishes for Norwegian municipalities, with other addresses than the public service's. */
@ExtendWith(RunningTwin.Shared.class)
class KsMaskinportenClientTest {
    private static Vendor vendor;

    @BeforeAll
    static void prepare(RunningTwin twin) {
        vendor = Vendor.smartCloud(twin);
    }

    private static Maskinportenklient client(String keyId) {
        return Maskinportenklient.builder()
                .withPrivateKey(vendor.privateKey())
                .usingAsymmetricKey(keyId)
                .withProperties(MaskinportenklientProperties.builder()
                        .issuer(vendor.clientId())
                        .audience(vendor.issuer())
                        .tokenEndpoint(vendor.issuer() + "token")
                        .numberOfSecondsLeftBeforeExpire(10)
                        .build())
                .build();
    }

    private static Maskinportenklient client() {
        return client(vendor.key().getKeyID());
    }

    private static AccessTokenRequest request(String scope) {
        return AccessTokenRequest.builder().scope(scope).build();
    }

    private static JWTClaimsSet claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    @Test
    void gets_a_token_and_keeps_it() throws ParseException {
        var client = client();
        var token = client.getAccessToken(request(vendor.scope()));
        assertThat(claims(token).getStringClaim("scope")).isEqualTo(vendor.scope());
        assertThat(client.getAccessToken(request(vendor.scope()))).isEqualTo(token);
    }

    @Test
    void gets_a_token_restricted_to_an_audience_and_a_person() throws ParseException {
        var token = client().getAccessToken(AccessTokenRequest.builder()
                .scope(vendor.scope())
                .audience("https://api.example/")
                .pid(Vendor.PERSON)
                .build());
        assertThat(claims(token).getAudience()).containsExactly("https://api.example/");
        assertThat(claims(token).getStringClaim("pid")).isEqualTo(Vendor.PERSON);
    }

    @Test
    void tells_a_scope_that_is_not_the_clients_from_an_outage() {
        assertThatExceptionOfType(MaskinportenClientTokenRequestException.class)
                .isThrownBy(() -> client().getAccessToken(request("no:such")))
                .satisfies(refusal -> assertThat(refusal.getStatusCode()).isEqualTo(400))
                .satisfies(refusal -> assertThat(refusal.getMaskinportenError()).contains("MP-200"));
    }

    @Test
    void tells_that_its_key_is_unknown() {
        assertThatExceptionOfType(MaskinportenClientTokenRequestException.class)
                .isThrownBy(() -> client("another").getAccessToken(request(vendor.scope())))
                .satisfies(
                        refusal -> assertThat(refusal.getMaskinportenError()).contains("Unknown key identifier (kid)"));
    }
}
