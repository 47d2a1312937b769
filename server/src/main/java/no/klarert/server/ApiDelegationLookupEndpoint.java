package no.klarert.server;

import static no.klarert.server.PlatformScope.DELEGATIONS;
import static no.klarert.server.PlatformScope.DELEGATIONS_ADMIN;

import java.util.Map;
import java.util.Optional;
import no.klarert.access.ApiDelegationLookup;
import no.klarert.access.ApiDelegationLookup.Result;
import no.klarert.issuer.VerifiedAccessToken;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/**
 * Who may use a scope for whom, for issuers and API providers (Maskinporten §8.3). Providers see delegations of scopes under their
 * own prefixes, which their token tells; only the admin scope sees all.
 */
final class ApiDelegationLookupEndpoint implements Endpoint {
    private static final String FORBIDDEN_TYPE = "https://tools.ietf.org/html/rfc7231#section-6.5.3";

    private final ApiDelegationLookup lookup;
    private final Callers callers;

    ApiDelegationLookupEndpoint(ApiDelegationLookup lookup, Callers callers) {
        this.lookup = lookup;
        this.callers = callers;
    }

    @Override
    public Answer answer(Call call) {
        var token = callers.organization(call, DELEGATIONS, DELEGATIONS_ADMIN);
        var scope = ShapeProblems.value(call, "scope", ShapeProblems.required(call, "scope"), ScopeName::parse);
        refuseScopesOfOthers(call, token, scope);
        var query = new ApiDelegationLookup.Query(scope, number(call, "consumerOrg"), number(call, "supplierOrg"));
        return switch (lookup.find(query)) {
            case Result.Found(var entries) ->
                Answer.json(200, ApiDelegationJson.writeEntries(entries)).noStore();
            case Result.UnknownOrganization(var number) -> unknown(call, query, number);
        };
    }

    private static void refuseScopesOfOthers(Call call, VerifiedAccessToken.OfOrganization token, ScopeName scope) {
        if (!token.scopePrefixes().contains(scope.prefix()) && !token.hasAnyOf(DELEGATIONS_ADMIN)) {
            throw call.refuse(new Problem(
                    403,
                    FORBIDDEN_TYPE,
                    "Not authorized for lookup of delegations for the scope: " + scope,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of()));
        }
    }

    /** An empty parameter counts as absent. */
    private static Optional<OrgNumber> number(Call call, String name) {
        return call.query()
                .ignoringCase(name)
                .filter(text -> !text.isEmpty())
                .map(text -> ShapeProblems.value(call, name, text, OrgNumber::new));
    }

    private static Answer unknown(Call call, ApiDelegationLookup.Query query, OrgNumber number) {
        var name = query.consumer().filter(number::equals).isPresent() ? "consumerOrg" : "supplierOrg";
        return ShapeProblems.of(name, "`" + number + "` is not in the register").answer(call.trace());
    }
}
