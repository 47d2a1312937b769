package no.klarert.server;

import java.util.List;
import java.util.stream.Stream;

/** Everything we serve: the table of contents. One method for each area, one line for each thing. */
final class Routes {
    private Routes() {}

    /** Maskinporten's token endpoint and what explains its refusals (Maskinporten §2.1 and §5.1). */
    static List<Route> maskinporten(TokenEndpoint token, ErrorPages errors) {
        return List.of(
                Route.post("/maskinporten/token", token::token),
                Route.get("/maskinporten/errors/{code}", errors::show));
    }

    /** Metadata and keys of both issuers, under the issuer and where RFC 8414 §3 has it (Maskinporten §1.2, §1.3 and §9.3). */
    static List<Route> issuerDocuments(IssuerDocuments on) {
        var altinn = "/authentication/api/v1/openid/.well-known/openid-configuration";
        return List.of(
                Route.get("/maskinporten/jwk", on::maskinportenKeys),
                Route.get("/maskinporten/jwks", on::maskinportenKeys),
                Route.get("/maskinporten/.well-known/oauth-authorization-server", on::maskinporten),
                Route.get("/maskinporten/.well-known/openid-configuration", on::maskinporten),
                Route.get("/.well-known/oauth-authorization-server/maskinporten", on::maskinporten),
                Route.get("/.well-known/openid-configuration/maskinporten", on::maskinporten),
                Route.get(altinn, on::altinn),
                Route.get(altinn + "/jwks", on::altinnKeys));
    }

    /** Where test log-in is on: log-ins for programs, and what their issuer publishes. */
    static List<Route> testLogIn(TestLogInEndpoint logIn, IssuerDocuments on) {
        return List.of(
                Route.post("/idporten/test-login", logIn::logIn),
                Route.get("/idporten/jwk", on::testLogInKeys),
                Route.get("/idporten/.well-known/openid-configuration", on::testLogIn),
                Route.get("/.well-known/openid-configuration/idporten", on::testLogIn));
    }

    /** Altinn tokens for the tokens of Maskinporten and of log-ins (Maskinporten §9.3). */
    static List<Route> tokenExchange(TokenExchangeEndpoint on) {
        return List.of(Route.get("/authentication/api/v1/exchange/{provider}", on::exchange));
    }

    /** Scopes and who may use them (Maskinporten §6.4), with and without the version in the path. */
    static List<Route> scopeAdministration(ScopeEndpoints scopes, ScopeAccessEndpoints accesses) {
        return administration()
                .flatMap(base -> Stream.of(
                        Route.get(base + "/scopes/all", scopes::listPublic),
                        Route.get(base + "/scopes", scopes::list),
                        Route.post(base + "/scopes", scopes::create),
                        Route.put(base + "/scopes", scopes::update),
                        Route.delete(base + "/scopes", scopes::deactivate),
                        Route.get(base + "/scopes/access", accesses::list),
                        Route.post(base + "/scopes/access", accesses::request),
                        Route.get(base + "/scopes/access/all", accesses::listOwn),
                        Route.get(base + "/scopes/access/requests", accesses::listRequests),
                        Route.put(base + "/scopes/access/{consumer}", accesses::grant),
                        Route.delete(base + "/scopes/access/{consumer}", accesses::revoke),
                        Route.get(base + "/delegationsources", scopes::delegationSources)))
                .toList();
    }

    /** Clients and their keys (Maskinporten §7.1), with and without the version in the path. */
    static List<Route> clientAdministration(ClientEndpoints on) {
        return administration()
                .map(base -> base + "/clients")
                .flatMap(clients -> Stream.of(
                        Route.get(clients, on::list),
                        Route.post(clients, on::create),
                        Route.get(clients + "/{clientId}", on::show),
                        Route.put(clients + "/{clientId}", on::replace),
                        Route.delete(clients + "/{clientId}", on::deactivate),
                        Route.get(clients + "/{clientId}/jwks", on::showKeys),
                        Route.post(clients + "/{clientId}/jwks", on::replaceKeys),
                        Route.put(clients + "/{clientId}/jwks", on::replaceKeys),
                        Route.delete(clients + "/{clientId}/jwks", on::deleteKeys),
                        Route.get(clients + "/{clientId}/onbehalfof", on::showOnBehalfOf),
                        Route.post(clients + "/{clientId}/onbehalfof", on::refuseOtherKinds),
                        Route.put(clients + "/{clientId}/onbehalfof/{entry}", on::refuseOtherKinds),
                        Route.delete(clients + "/{clientId}/onbehalfof/{entry}", on::refuseOtherKinds),
                        Route.post(clients + "/{clientId}/secret", on::refuseOtherKinds)))
                .toList();
    }

    private static Stream<String> administration() {
        return Stream.of("/samarbeid/api/v1", "/samarbeid");
    }

    /** The system register (system user API §4). */
    static List<Route> systemRegister(SystemRegisterEndpoints on) {
        var base = "/authentication/api/v1/systemregister";
        return List.of(
                Route.get(base, on::catalogue),
                Route.get(base + "/vendor", on::ownSystems),
                Route.post(base + "/vendor", on::create),
                Route.get(base + "/vendor/{systemId}", on::showToVendor),
                Route.delete(base + "/vendor/{systemId}", on::delete),
                Route.get(base + "/{systemId}", on::show),
                Route.get(base + "/{systemId}/rights", on::rights),
                Route.get(base + "/{systemId}/accesspackages", on::accessPackages));
    }

    /** Requests for system users, vendors' side (system user API §4). */
    static List<Route> systemUserRequests(SystemUserRequestEndpoints on) {
        var base = "/authentication/api/v1/systemuser/request/vendor";
        return List.of(
                Route.post(base, on::create),
                Route.get(base + "/{requestId}", on::show),
                Route.delete(base + "/{requestId}", on::delete),
                Route.get(base + "/byexternalref/{systemId}/{orgNo}/{externalRef}", on::showByExternalRef),
                Route.get(base + "/bysystem/{systemId}", on::list));
    }

    /** Requests for system users, customers' side (system user API §4). */
    static List<Route> requestDecisions(RequestDecisionEndpoints on) {
        var base = "/authentication/api/v1/systemuser/request";
        return List.of(
                Route.get(base + "/{requestId}", on::show),
                Route.get(base + "/{party}/{requestId}", on::showForParty),
                Route.post(base + "/{party}/{requestId}/approve", on::approve),
                Route.post(base + "/{party}/{requestId}/reject", on::reject));
    }

    /** System users (system user API §4). */
    static List<Route> systemUsers(SystemUserEndpoints on) {
        var base = "/authentication/api/v1/systemuser";
        return List.of(
                Route.get(base + "/byExternalId", on::byExternalId),
                Route.get(base + "/vendor/byquery", on::byQuery),
                Route.get(base + "/{party}", on::list),
                Route.get(base + "/{party}/{systemUserId}", on::show),
                Route.delete(base + "/{party}/{systemUserId}", on::delete));
    }

    /** The decision point (Altinn PDP §1.2). */
    static List<Route> decisions(DecisionEndpoint on) {
        return List.of(Route.post("/authorization/api/v1/authorize", on::decide));
    }

    /** People's pages (portal specification §3), and what is not found where their pages are. */
    static List<Route> portal(PortalEndpoint on, List<String> paths) {
        var among = Stream.of("/accessmanagement/ui/{rest*}", "/authfront/ui/{rest*}", "/assets/{rest*}");
        return Stream.concat(paths.stream(), among)
                .flatMap(path -> Stream.of(Route.get(path, on), Route.post(path, on)))
                .toList();
    }

    /** The resource registry's resources (resource registry §4). */
    static List<Route> resources(ResourceEndpoints on) {
        var base = ResourceEndpoints.BASE;
        return List.of(
                Route.post(base, on::create),
                Route.get(base + "/resourcelist", on::list),
                Route.get(base + "/search", on::search),
                Route.get(base + "/{id}", on::show),
                Route.put(base + "/{id}", on::replace));
    }

    /** The resource registry's policies and what is read from them (resource registry §5 and §6). */
    static List<Route> policies(PolicyEndpoints on) {
        var policy = ResourceEndpoints.BASE + "/{id}/policy";
        return List.of(
                Route.post(policy, on::upload),
                Route.put(policy, on::upload),
                Route.get(policy, on::download),
                Route.get(policy + "/subjects", on::subjects),
                Route.get(policy + "/rules", on::rules),
                Route.get(policy + "/rights", on::rightsWithSubjects),
                Route.get("/resourceregistry/api/v2/resource/{id}/policy/rights", on::rights));
    }

    /** The catalogue of roles and access packages (access packages and roles §5). */
    static List<Route> catalogue(CatalogEndpoints on) {
        var meta = "/accessmanagement/api/v1/meta";
        var packages = meta + "/info/accesspackages";
        var roles = meta + "/info/roles";
        return List.of(
                Route.get(packages + "/export", on::export),
                Route.get(packages + "/search", on::search),
                Route.get(packages + "/group", on::groups),
                Route.get(packages + "/group/{id}", on::group),
                Route.get(packages + "/group/{id}/areas", on::areas),
                Route.get(packages + "/area/{id}", on::area),
                Route.get(packages + "/area/{id}/packages", on::packagesOfArea),
                Route.get(packages + "/package/{id}", on::accessPackage),
                Route.get(packages + "/package/urn/{urn}", on::packageByUrn),
                Route.get(roles, on::roles),
                Route.get(roles + "/packages", on::packagesOfRoleByCode),
                Route.get(roles + "/{id}", on::role),
                Route.get(roles + "/{id}/packages", on::packagesOfRole),
                Route.get(meta + "/types/organization/subtypes", on::unitTypes));
    }

    /** Look-ups of parties (access packages and roles §7.1). */
    static List<Route> parties(PartyEndpoints on) {
        var base = "/register/api/v1/parties";
        return List.of(
                Route.post(base + "/lookup", on::lookup),
                Route.post(base + "/nameslookup", on::names),
                Route.post(base + "/partylist", on::listByIds),
                Route.post(base + "/partylistbyuuid", on::listByUuids),
                Route.get(base + "/identifiers", on::identifiers),
                Route.get(base + "/byuuid/{uuid}", on::byUuid),
                Route.get(base + "/{partyId}", on::byId),
                Route.get("/register/api/v1/organizations/{orgNr}", on::organization));
    }

    /** API delegation, as an organisation's people deal with it (Maskinporten §8.2). */
    static List<Route> apiDelegations(ApiDelegationEndpoints on) {
        var base = "/accessmanagement/api/v1/{party}/maskinportenschema";
        return List.of(
                Route.post(base + "/delegationcheck", on::check),
                Route.post(base + "/offered", on::give),
                Route.get(base + "/offered", on::offered),
                Route.post(base + "/offered/revoke", on::takeBack),
                Route.get(base + "/received", on::received),
                Route.post(base + "/received/revoke", on::giveUp));
    }

    /** Look-ups of API delegations by issuers and API providers (Maskinporten §8.3), the second under its former address. */
    static List<Route> apiDelegationLookup(ApiDelegationLookupEndpoint on) {
        return List.of(
                Route.get("/accessmanagement/api/v1/maskinporten/delegations", on),
                Route.get("/accessmanagement/api/v1/admin/delegations/maskinportenschema", on));
    }

    /** On the operations port. */
    static List<Route> operations(HealthEndpoints health) {
        return List.of(Route.get("/health/live", health::live), Route.get("/health/ready", health::ready));
    }
}
