package no.klarert.server.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.policy.AttributeName;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.Request;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.AttributeDesignator;

/**
 * Why a failed test may not say what its author means: attributes the policy does not look at, or of another data type, and no
 * time where the policy asks for it.
 */
final class Hints {
    private static final int MOST = 10;

    private final Request request;
    private final CompiledPolicy policy;
    private final List<AttributeDesignator> asked;

    private Hints(Request request, CompiledPolicy policy) {
        this.request = request;
        this.policy = policy;
        this.asked = Designators.in(policy.source());
    }

    static List<String> of(Request request, CompiledPolicy policy) {
        var hints = new Hints(request, policy);
        return Stream.of(hints.notLookedAt(), hints.otherType(), hints.withoutTime())
                .flatMap(each -> each)
                .limit(MOST)
                .toList();
    }

    private Stream<String> notLookedAt() {
        return names().filter(name -> !policy.attributes().contains(name) && !isTime(name))
                .map(name -> "the policy never looks at " + ShortNames.of(name)
                        + Words.slip(name.id(), idsIn(name.category())));
    }

    private Stream<AttributeName> names() {
        return request.attributes().stream().map(RequestAttribute::name).distinct();
    }

    /** Time is added to a request without asking whether it matters. */
    private static boolean isTime(AttributeName name) {
        return Set.of(Xacml.CURRENT_TIME, Xacml.CURRENT_DATE, Xacml.CURRENT_DATE_TIME)
                .contains(name.id());
    }

    private Set<String> idsIn(String category) {
        return policy.attributes().stream()
                .filter(name -> name.category().equals(category))
                .map(AttributeName::id)
                .collect(Collectors.toSet());
    }

    private Stream<String> otherType() {
        var hints = new LinkedHashSet<String>();
        for (var attribute : request.attributes()) {
            var types = typesOf(attribute.name());
            if (!types.isEmpty() && !types.contains(attribute.dataType())) {
                hints.add("the policy looks at " + ShortNames.of(attribute.name()) + " as " + shortened(types)
                        + ", the request has it as " + ShortNames.DATA_TYPES.shortened(attribute.dataType()));
            }
        }
        return hints.stream();
    }

    private Stream<String> withoutTime() {
        return policy.attributes().stream()
                .filter(name -> isTime(name)
                        && name.category().equals(Xacml.CATEGORY_ENVIRONMENT)
                        && request.values(name).isEmpty())
                .map(name -> "the policy asks for " + ShortNames.of(name) + ", and the case has no `now`")
                .sorted();
    }

    private Set<String> typesOf(AttributeName name) {
        return asked.stream()
                .filter(each -> each.category().equals(name.category())
                        && each.attributeId().equals(name.id()))
                .map(AttributeDesignator::dataType)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String shortened(Set<String> types) {
        return types.stream().map(ShortNames.DATA_TYPES::shortened).sorted().collect(Collectors.joining(" or "));
    }
}
