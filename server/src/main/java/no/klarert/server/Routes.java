package no.klarert.server;

import java.util.List;

/** Everything we serve: the table of contents. One method for each area, one line for each thing. */
final class Routes {
    private Routes() {}

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

    /** On the operations port. */
    static List<Route> operations(HealthEndpoints health) {
        return List.of(Route.get("/health/live", health::live), Route.get("/health/ready", health::ready));
    }
}
