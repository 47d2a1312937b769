package no.klarert.issuer;

import static no.klarert.issuer.Installation.CUSTOMER;
import static no.klarert.issuer.Installation.OTHER_CLIENT;
import static no.klarert.issuer.Installation.VENDOR;
import static no.klarert.issuer.OAuthError.INVALID_ALTINN_CUSTOMER_CONFIGURATION;
import static no.klarert.issuer.Outcomes.claims;
import static no.klarert.issuer.Outcomes.issued;
import static no.klarert.issuer.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maskinporten §14 item 10: tokens for system users. */
class SystemUserTokenTest {
    private static final String AUTHORITY = "iso6523-actorid-upis";
    private static final String NO_SUCH = "no system user of 313371735 for this client and external reference";

    private final Installation klarert = new Installation();

    @BeforeEach
    void the_customer_has_a_system_user() {
        klarert.addSystemUser(CUSTOMER, CUSTOMER.value());
    }

    private static Map<String, Object> element() {
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("type", "urn:altinn:systemuser");
        element.put("systemuser_org", Map.of("authority", AUTHORITY, "ID", "0192:" + CUSTOMER));
        return element;
    }

    private static Map<String, Object> element(String member, Object value) {
        var element = element();
        element.put(member, value);
        return element;
    }

    private TokenOutcome request(Object... elements) {
        return klarert.request(klarert.assertion()
                .claim("authorization_details", List.of(elements))
                .sign());
    }

    @Test
    void names_the_system_user_its_owner_and_its_system_and_the_vendor_as_consumer() {
        var claims = claims(request(element()));
        assertThat(claims)
                .containsEntry(
                        "authorization_details",
                        List.of(Map.of(
                                "type",
                                "urn:altinn:systemuser",
                                "systemuser_org",
                                Map.of("authority", AUTHORITY, "ID", "0192:313371735"),
                                "systemuser_id",
                                List.of(Installation.SYSTEM_USER.toString()),
                                "system_id",
                                "310000019_turboskatt")))
                .containsEntry("consumer", Map.of("authority", AUTHORITY, "ID", "0192:310000019"));
        assertThat(claims.keySet()).startsWith("authorization_details", "scope", "iss");
        assertThat(klarert.stores.tokenLog)
                .extracting(TokenLog.Entry::systemUser)
                .containsExactly(Installation.SYSTEM_USER.toString());
    }

    @Test
    void reads_the_identifier_in_lower_case_too_but_not_both() {
        issued(request(element("systemuser_org", Map.of("authority", AUTHORITY, "id", "0192:" + CUSTOMER))));
        refused(
                request(element(
                        "systemuser_org",
                        Map.of("authority", AUTHORITY, "id", "0192:" + CUSTOMER, "ID", "0192:" + CUSTOMER))),
                MpCode.MP_302,
                "Unknown fields in the authorization details");
    }

    @Test
    void a_system_user_with_a_reference_is_found_by_it_only() {
        klarert.stores.systemUsers.clear();
        klarert.addSystemUser(CUSTOMER, "customer-1");
        issued(request(element("externalRef", "customer-1")));
        refused(request(element()), MpCode.MP_303, INVALID_ALTINN_CUSTOMER_CONFIGURATION, NO_SUCH);
        refused(
                request(element("externalRef", "customer-2")),
                MpCode.MP_303,
                INVALID_ALTINN_CUSTOMER_CONFIGURATION,
                NO_SUCH);
    }

    @Test
    void an_empty_reference_counts_as_none() {
        issued(request(element("externalRef", "")));
    }

    @Test
    void refuses_a_customer_without_a_system_user() {
        klarert.stores.systemUsers.clear();
        refused(
                request(element()),
                MpCode.MP_303,
                INVALID_ALTINN_CUSTOMER_CONFIGURATION,
                "Invalid authorization details values: " + NO_SUCH);
    }

    @Test
    void refuses_a_client_that_the_system_does_not_list() {
        klarert.addClient(OTHER_CLIENT, VENDOR, Installation.ORDERS);
        var assertion = klarert.assertion()
                .claim("iss", OTHER_CLIENT.value())
                .claim("authorization_details", List.of(element()))
                .sign();
        refused(klarert.request(assertion), MpCode.MP_303, INVALID_ALTINN_CUSTOMER_CONFIGURATION, NO_SUCH);
    }

    @Test
    void a_scope_is_needed_beside_it() {
        var assertion = klarert.assertion()
                .without("scope")
                .claim("authorization_details", List.of(element()))
                .sign();
        refused(klarert.request(assertion), MpCode.MP_011, "claim `scope` is missing");
    }

    @Test
    void refuses_any_other_type() {
        refused(
                request(element("type", "urn:altinn:consent")),
                MpCode.MP_301,
                "Unknown authorization details type: only `urn:altinn:systemuser` is supported");
        refused(request(element("type", 1)), MpCode.MP_301, "Unknown authorization details type");
        refused(request(Map.of()), MpCode.MP_301, "Unknown authorization details type");
        refused(request("urn:altinn:systemuser"), MpCode.MP_301, "Unknown authorization details type");
        refused(request(element(), element("type", "x")), MpCode.MP_301, "Unknown authorization details type");
    }

    @Test
    void refuses_more_and_less_than_one_element() {
        refused(request(element(), element()), MpCode.MP_303, "exactly one element");
        refused(request(), MpCode.MP_303, "exactly one element");
    }

    @Test
    void refuses_unknown_members() {
        refused(request(element("external_ref", "a")), MpCode.MP_302, "Unknown fields in the authorization details");
        refused(
                request(element(
                        "systemuser_org", Map.of("authority", AUTHORITY, "ID", "0192:" + CUSTOMER, "name", "x"))),
                MpCode.MP_302,
                "Unknown fields in the authorization details");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a.b", "a/b", "a:b", "a'b", "a\u0000", "é"})
    void refuses_a_reference_with_other_characters(String reference) {
        refused(request(element("externalRef", reference)), MpCode.MP_302, "`externalRef`");
    }

    @Test
    void refuses_a_reference_that_is_too_long_or_no_string() {
        refused(request(element("externalRef", "a".repeat(256))), MpCode.MP_302, "`externalRef`");
        refused(request(element("externalRef", 1)), MpCode.MP_303, "`externalRef`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "313371735",
                "9908:313371735",
                "0192:",
                "0192:313371736",
                "0192:31337173",
                "",
                "0192:313371735:a:b:c"
            })
    void refuses_an_identifier_that_is_no_norwegian_organisation(String id) {
        refused(
                request(element("systemuser_org", Map.of("authority", AUTHORITY, "ID", id))),
                MpCode.MP_303,
                "`ID` must be `0192:` and an organisation number");
    }

    @Test
    void refuses_an_organisation_without_its_parts() {
        var element = element();
        element.remove("systemuser_org");
        refused(request(element), MpCode.MP_303, "`systemuser_org` must be an object");
        refused(request(element("systemuser_org", "0192:" + CUSTOMER)), MpCode.MP_303, "`systemuser_org`");
        refused(request(element("systemuser_org", Map.of("ID", "0192:" + CUSTOMER))), MpCode.MP_303, "`authority`");
        refused(
                request(element("systemuser_org", Map.of("authority", "x", "ID", "0192:" + CUSTOMER))),
                MpCode.MP_303,
                "`authority`");
        refused(request(element("systemuser_org", Map.of("authority", AUTHORITY))), MpCode.MP_303, "`ID`");
        refused(request(element("systemuser_org", Map.of("authority", AUTHORITY, "ID", 1))), MpCode.MP_303, "`ID`");
    }

    @Test
    void a_directory_that_is_down_is_not_a_missing_system_user() {
        SystemUserDirectory down = (client, vendor, owner, externalRef) -> {
            throw new IllegalStateException("down");
        };
        var assertion = klarert.assertion()
                .claim("authorization_details", List.of(element()))
                .sign();
        assertThatThrownBy(
                        () -> klarert.tokens(down).request(new TokenRequest.JwtBearer(assertion, Installation.TRACE)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(klarert.stores.tokenLog).isEmpty();
    }
}
