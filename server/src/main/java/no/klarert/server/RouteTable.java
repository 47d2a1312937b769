package no.klarert.server;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** All routes, in the order they are tried: those with more literal segments first. */
final class RouteTable {
    private final List<Route> routes;

    RouteTable(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparingLong((Route r) -> r.path().literals())
                        .reversed())
                .toList();
    }

    /** What the table says of a method and the decoded segments of a path. HEAD is served by the GET route. */
    Match find(String method, List<String> segments) {
        var wanted = method.equals("HEAD") ? "GET" : method;
        SortedSet<String> others = new TreeSet<>();
        for (var route : routes) {
            var parameters = route.path().match(segments);
            if (parameters.isPresent()) {
                if (route.method().equals(wanted)) {
                    return new Match.Found(route.endpoint(), parameters.get());
                }
                others.add(route.method());
            }
        }
        return others.isEmpty() ? new Match.Unknown() : new Match.OtherMethods(others);
    }

    sealed interface Match {
        record Found(Endpoint endpoint, Map<String, String> parameters) implements Match {}

        record OtherMethods(SortedSet<String> methods) implements Match {}

        record Unknown() implements Match {}
    }
}
