package no.klarert.policy.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.klarert.policy.Request;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.value.Shown;
import no.klarert.policy.wire.CategoryAttributes.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The individual requests that one document stands for (Multiple Decision Profile 1.0 §2.2, §2.3). Counts before it builds, so
 * that a small document cannot grow beyond the limits.
 */
final class IndividualRequests {
    /** So many categories are compared with each other; more are sorted into a map. */
    private static final int FEW = 8;

    /** How many times as large as a document what its results repeat of it may be. */
    private static final int MOST_ECHOED = 16;

    private final int at;
    private final List<CategoryAttributes> categories;
    private final WireLimits limits;
    private final Problems problems;

    /** For the categories of a request that stands at a place. */
    IndividualRequests(int at, List<CategoryAttributes> categories, WireLimits limits, Problems problems) {
        this.at = at;
        this.categories = categories;
        this.limits = limits;
        this.problems = problems;
    }

    /** What the document asks. Empty if there is a problem. */
    List<Request> of(@Nullable List<Reference> references) {
        if (categories.isEmpty() && !problems.any()) {
            problems.add(at, "the request has no category");
        }
        if (problems.any()) {
            return List.of();
        }
        if (references != null) {
            return requests(referenced(references));
        }
        return isOne() ? requests(List.of(categories)) : requests(combinations());
    }

    private boolean isOne() {
        if (categories.size() > FEW) {
            return false;
        }
        for (int i = 1; i < categories.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (categories.get(i).category().equals(categories.get(j).category())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** One of each category, in every way; those of the last category change fastest. */
    private List<List<CategoryAttributes>> combinations() {
        var groups = new LinkedHashMap<String, List<CategoryAttributes>>();
        categories.forEach(each -> groups.computeIfAbsent(each.category(), fresh -> new ArrayList<>())
                .add(each));
        List<List<CategoryAttributes>> combinations = List.of(List.of());
        for (var group : groups.values()) {
            if (!isWithin((long) combinations.size() * group.size())) {
                return List.of();
            }
            combinations = combinations.stream()
                    .flatMap(begun -> group.stream().map(next -> with(begun, next)))
                    .toList();
        }
        return combinations;
    }

    private static List<CategoryAttributes> with(List<CategoryAttributes> begun, CategoryAttributes next) {
        var longer = new ArrayList<CategoryAttributes>(begun.size() + 1);
        longer.addAll(begun);
        longer.add(next);
        return longer;
    }

    private boolean isWithin(long requests) {
        if (requests > limits.individualRequests()) {
            problems.add(
                    at, "the document stands for more than " + limits.individualRequests() + " individual requests");
            return false;
        }
        return true;
    }

    private List<List<CategoryAttributes>> referenced(List<Reference> references) {
        if (references.isEmpty()) {
            problems.add(at, "the multi-requests have no request reference");
        }
        if (!isWithin(references.size())) {
            return List.of();
        }
        var byId = byId();
        var chosen = new ArrayList<List<CategoryAttributes>>(references.size());
        references.forEach(reference -> chosen.add(chosen(reference, byId)));
        return chosen;
    }

    private Map<String, CategoryAttributes> byId() {
        var byId = new HashMap<String, CategoryAttributes>();
        for (var each : categories) {
            if (!each.id().isEmpty() && byId.put(each.id(), each) != null) {
                problems.add(each.at(), "the id " + Shown.quoted(each.id()) + " is there twice");
            }
        }
        return byId;
    }

    private List<CategoryAttributes> chosen(Reference reference, Map<String, CategoryAttributes> byId) {
        var chosen = new ArrayList<CategoryAttributes>();
        var seen = new HashSet<String>();
        if (reference.ids().isEmpty()) {
            problems.add(reference.at(), "the request reference names no attributes");
        }
        for (var id : reference.ids()) {
            var found = byId.get(id);
            if (found == null) {
                problems.add(reference.at(), "no attributes have the id " + Shown.quoted(id));
            } else if (!seen.add(found.category())) {
                problems.add(
                        reference.at(),
                        "the request reference names the category " + Shown.quoted(found.category()) + " twice");
            } else {
                chosen.add(found);
            }
        }
        return chosen;
    }

    private List<Request> requests(List<List<CategoryAttributes>> combinations) {
        refuseTooMany(combinations);
        if (problems.any()) {
            return List.of();
        }
        var requests = new ArrayList<Request>(combinations.size());
        for (var combination : combinations) {
            requests.add(request(combination));
        }
        return requests;
    }

    private void refuseTooMany(List<List<CategoryAttributes>> combinations) {
        var echoed = new IdentityHashMap<CategoryAttributes, Long>();
        long values = 0;
        long characters = 0;
        for (var combination : combinations) {
            for (var each : combination) {
                values += each.attributes().size();
                characters += echoed.computeIfAbsent(each, IndividualRequests::echoedCharacters);
            }
        }
        if (values > limits.values()) {
            problems.add(at, "the individual requests have more than " + limits.values() + " values together");
        }
        if (characters > (long) MOST_ECHOED * limits.bytes()) {
            problems.add(at, "the individual requests ask for too much to be included in the results");
        }
    }

    private static long echoedCharacters(CategoryAttributes category) {
        return category.attributes().stream()
                .filter(RequestAttribute::includeInResult)
                .mapToLong(attribute -> attribute.name().id().length()
                        + attribute.value().length()
                        + attribute.issuer().map(String::length).orElse(0))
                .sum();
    }

    private static Request request(List<CategoryAttributes> combination) {
        var request = Request.builder();
        for (var each : combination) {
            for (var attribute : each.attributes()) {
                request.attribute(attribute);
            }
        }
        return request.build();
    }
}
