package no.klarert.server;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import no.klarert.access.AccessLookup;
import no.klarert.access.ApiDelegationLookup;
import no.klarert.access.ApiDelegations;
import no.klarert.access.ApiOrganizations;
import no.klarert.access.ApiSchemeCheck;
import no.klarert.access.Catalog;
import no.klarert.access.CatalogDetails;
import no.klarert.access.DelegationCheck;
import no.klarert.access.PartyLookup;
import no.klarert.pdp.DecisionPoint;
import no.klarert.pdp.PolicyRetrievalPoint;

/** The access room's endpoints: the catalogue of roles and packages, look-ups of parties, and API delegation. */
final class AccessWiring {
    private final Catalog catalog;
    private final CatalogDetails details;
    private final PartyLookup parties;
    private final ApiDelegations apiDelegations;
    private final ApiDelegationLookup apiDelegationLookup;

    AccessWiring(
            Stores stores,
            Catalog catalog,
            AccessLookup access,
            PolicyRetrievalPoint policies,
            DecisionPoint decisions,
            InstantSource clock) {
        this.catalog = catalog;
        this.details = CatalogDetails.published(catalog);
        this.parties = new PartyLookup(stores.transactions(), stores.parties(), access);
        var schemes = new RegistrySchemes(stores.resources(), policies);
        this.apiDelegationLookup =
                new ApiDelegationLookup(stores.transactions(), stores.parties(), stores.apiDelegations(), schemes);
        this.apiDelegations = new ApiDelegations(
                stores.transactions(),
                new ApiOrganizations(stores.parties(), new DecidedApiAuthority(decisions)),
                new ApiSchemeCheck(stores.parties(), schemeRights(stores, catalog, policies), schemes),
                stores.apiDelegations(),
                stores.audit(),
                clock);
    }

    private static DelegationCheck schemeRights(Stores stores, Catalog catalog, PolicyRetrievalPoint policies) {
        return new DelegationCheck(
                catalog,
                stores.parties(),
                stores.roles(),
                stores.delegations(),
                GrantableRights.ofSchemes(stores.resources(), policies));
    }

    List<Route> routes(Callers callers) {
        return Stream.of(
                        Routes.catalogue(new CatalogEndpoints(catalog, details)),
                        Routes.parties(new PartyEndpoints(parties, callers)),
                        Routes.apiDelegations(new ApiDelegationEndpoints(apiDelegations, callers)),
                        Routes.apiDelegationLookup(new ApiDelegationLookupEndpoint(apiDelegationLookup, callers)))
                .flatMap(List::stream)
                .toList();
    }
}
