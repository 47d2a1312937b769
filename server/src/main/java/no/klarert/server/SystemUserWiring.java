package no.klarert.server;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.klarert.systemuser.CustomerAuthority;
import no.klarert.systemuser.Customers;
import no.klarert.systemuser.Delegations;
import no.klarert.systemuser.Offerings;
import no.klarert.systemuser.RequestDecisions;
import no.klarert.systemuser.SystemRegister;
import no.klarert.systemuser.SystemUserRequests;
import no.klarert.systemuser.SystemUserSettings;
import no.klarert.systemuser.SystemUserStores;
import no.klarert.systemuser.SystemUsers;

/** The system user room and its endpoints. */
final class SystemUserWiring {
    private final SystemRegister register;
    private final SystemUserRequests requests;
    private final RequestDecisions decisions;
    private final SystemUsers systemUsers;

    SystemUserWiring(
            Stores stores,
            Customers customers,
            CustomerAuthority authority,
            Offerings offerings,
            Delegations delegations,
            SystemUserSettings settings,
            InstantSource clock) {
        var own = new SystemUserStores(stores.systems(), stores.requests(), stores.systemUsers());
        this.register = new SystemRegister(
                stores.transactions(), stores.systems(), offerings, stores.audit(), clock, UUID::randomUUID);
        this.requests = new SystemUserRequests(
                stores.transactions(), own, customers, offerings, stores.audit(), settings, clock, UUID::randomUUID);
        this.decisions = new RequestDecisions(
                stores.transactions(),
                own,
                customers,
                authority,
                offerings,
                delegations,
                stores.audit(),
                settings,
                clock);
        this.systemUsers =
                new SystemUsers(stores.transactions(), own, customers, authority, delegations, stores.audit(), clock);
    }

    List<Route> routes(Callers callers, Addresses addresses) {
        var people = new EndUserCallers(callers);
        return Stream.of(
                        Routes.systemRegister(new SystemRegisterEndpoints(register, callers)),
                        Routes.systemUserRequests(new SystemUserRequestEndpoints(requests, callers, addresses)),
                        Routes.requestDecisions(new RequestDecisionEndpoints(decisions, people)),
                        Routes.systemUsers(new SystemUserEndpoints(systemUsers, callers)))
                .flatMap(List::stream)
                .toList();
    }

    RequestDecisions decisions() {
        return decisions;
    }

    SystemUsers systemUsers() {
        return systemUsers;
    }
}
