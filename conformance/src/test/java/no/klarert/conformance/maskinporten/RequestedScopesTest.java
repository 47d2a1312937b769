package no.klarert.conformance.maskinporten;

import static no.klarert.conformance.maskinporten.Answers.issued;
import static no.klarert.conformance.maskinporten.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import no.klarert.server.RunningTwin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which scopes a client is given (Maskinporten §2.5 steps 12 and 13; §14 point 7). */
@ExtendWith(RunningTwin.Shared.class)
class RequestedScopesTest {
    private static Http http;
    private static Administration administration;

    @BeforeAll
    static void prepare(RunningTwin twin) {
        http = new Http(twin.base());
        administration = Administration.of(twin);
    }

    private static Http.Reply ask(Vendor client) {
        return http.token(client.assertion().sign());
    }

    @Test
    void a_scope_that_is_not_on_the_client_is_refused() {
        var granted = administration.grantedScope("wire/not-registered", "");
        var client = administration.client(0, administration.grantedScope("wire/registered", ""));
        issued(ask(client));
        refused(ask(client.asking(granted)), "invalid_scope", "MP-200", granted);
    }

    @Test
    void a_scope_counts_from_its_grant_until_it_is_revoked() {
        var scope = administration.scope("wire/granted-later", "");
        var client = administration.client(0, scope);
        refused(ask(client), "invalid_scope", "MP-250", "Consumer has not been granted access to the scope " + scope);
        administration.grantedScope("wire/another", "");
        refused(ask(client), "invalid_scope", "MP-250", scope);
        administration.grant(scope);
        issued(ask(client));
        administration.revoke(scope);
        refused(ask(client), "invalid_scope", "MP-250", scope);
    }

    @Test
    void all_scopes_are_given_or_none() {
        var granted = administration.grantedScope("wire/one-of-two", "");
        var other = administration.scope("wire/other-of-two", "");
        var client = administration.client(0, granted, other);
        refused(ask(client.asking(granted + " " + other)), "invalid_scope", "MP-250", other);
        assertThat(issued(ask(client.asking(granted + " " + granted))).getClaim("scope"))
                .isEqualTo(granted);
    }

    @Test
    void a_scope_for_everybody_needs_no_grant() {
        var open = administration.scope("wire/open", "\"accessible_for_all\": true");
        issued(ask(administration.client(0, open)));
    }

    @Test
    void a_scope_that_came_to_be_for_other_integrations_is_refused() {
        var scope = administration.grantedScope("wire/api-klient", "");
        var client = administration.client(0, scope);
        issued(ask(client));
        administration.restrict(scope, "api_klient");
        refused(ask(client), "invalid_scope", "MP-201", "not allowed for maskinporten");
    }

    @Test
    void a_scope_is_its_code_points_and_not_what_it_looks_like() {
        var scope = administration.grantedScope("wire/b\u00E5t", "");
        var client = administration.client(0, scope);
        issued(ask(client));
        refused(
                ask(client.asking(Normalizer.normalize(scope, Normalizer.Form.NFD))),
                "invalid_scope",
                "MP-200",
                "Token request contains invalid scopes for client");
    }
}
