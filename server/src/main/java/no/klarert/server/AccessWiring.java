package no.klarert.server;

import java.util.List;
import java.util.stream.Stream;
import no.klarert.access.AccessLookup;
import no.klarert.access.Catalog;
import no.klarert.access.CatalogDetails;
import no.klarert.access.PartyLookup;

/** The access room's endpoints: the catalogue of roles and packages, and look-ups of parties. */
final class AccessWiring {
    private final Catalog catalog;
    private final CatalogDetails details;
    private final PartyLookup parties;

    AccessWiring(Stores stores, Catalog catalog, AccessLookup access) {
        this.catalog = catalog;
        this.details = CatalogDetails.published(catalog);
        this.parties = new PartyLookup(stores.transactions(), stores.parties(), access);
    }

    List<Route> routes(Callers callers) {
        return Stream.of(
                        Routes.catalogue(new CatalogEndpoints(catalog, details)),
                        Routes.parties(new PartyEndpoints(parties, callers)))
                .flatMap(List::stream)
                .toList();
    }
}
