package no.klarert.server;

import java.util.List;
import no.klarert.pdp.DecisionPoint;

/** The decision point's endpoint. */
final class DecisionWiring {
    private final DecisionPoint decisions;

    DecisionWiring(DecisionPoint decisions) {
        this.decisions = decisions;
    }

    List<Route> routes(Callers callers) {
        return Routes.decisions(new DecisionEndpoint(decisions, callers));
    }
}
