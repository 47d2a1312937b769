package no.klarert.conformance.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.JWTBearerGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import no.klarert.server.RunningTwin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nimbus' OAuth 2.0 SDK as a client: it finds the issuer by its metadata and asks for a token with a JWT bearer grant. */
@ExtendWith(RunningTwin.Shared.class)
class NimbusClientTest {
    private static Vendor vendor;

    @BeforeAll
    static void prepare(RunningTwin twin) {
        vendor = Vendor.smartCloud(twin);
    }

    @Test
    void finds_the_metadata_where_rfc_8414_has_it() throws Exception {
        var metadata = AuthorizationServerMetadata.resolve(new Issuer(vendor.issuer()));
        assertThat(metadata.getIssuer().getValue()).isEqualTo(vendor.issuer());
        assertThat(metadata.getGrantTypes()).contains(GrantType.JWT_BEARER);
        assertThat(metadata.getTokenEndpointAuthMethods()).contains(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        assertThat(metadata.getTokenEndpointJWSAlgs())
                .contains(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);
    }

    @Test
    void gets_a_token_for_a_jwt_bearer_grant() throws Exception {
        var response = ask(vendor.scope());
        assertThat(response.indicatesSuccess()).isTrue();
        var token = response.toSuccessResponse().getTokens().getBearerAccessToken();
        assertThat(token.getLifetime()).isEqualTo(119);
        assertThat(token.getScope().toString()).isEqualTo(vendor.scope());
        assertThat(SignedJWT.parse(token.getValue()).getJWTClaimsSet().getIssuer())
                .isEqualTo(vendor.issuer());
    }

    @Test
    void reads_a_refusal_with_its_code() throws Exception {
        var error = ask("no:such").toErrorResponse().getErrorObject();
        assertThat(error.getCode()).isEqualTo("invalid_scope");
        assertThat(error.getHTTPStatusCode()).isEqualTo(400);
        assertThat(error.getDescription()).contains("no:such").contains("(trace_id: ");
        assertThat(error.getURI()).hasToString(vendor.issuer() + "errors/MP-200");
    }

    private static TokenResponse ask(String scope) throws Exception {
        var metadata = AuthorizationServerMetadata.resolve(new Issuer(vendor.issuer()));
        var request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(), new JWTBearerGrant(assertion(metadata, scope)))
                .build();
        return TokenResponse.parse(request.toHTTPRequest().send());
    }

    private static SignedJWT assertion(AuthorizationServerMetadata metadata, String scope) throws Exception {
        var now = Instant.now();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(vendor.key().getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(vendor.clientId())
                        .audience(metadata.getIssuer().getValue())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .jwtID(UUID.randomUUID().toString())
                        .claim("scope", scope)
                        .build());
        jwt.sign(new RSASSASigner(vendor.key()));
        return jwt;
    }
}
