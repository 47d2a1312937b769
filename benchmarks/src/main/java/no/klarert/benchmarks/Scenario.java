package no.klarert.benchmarks;

import java.util.List;
import java.util.stream.Stream;
import no.klarert.benchmarks.PolicyText.Equality;

/** The typical policy and what it is asked. With several questions, they are asked in turn. */
public enum Scenario {
    FIRST_RULE_PERMITS,
    LAST_RULE_PERMITS,
    MANY_RIGHTS_PERMIT,
    A_RULE_DENIES,
    NO_RULE_MATCHES,
    OTHER_RESOURCE,
    ALL_IN_TURN,
    /** The same, from a policy that ignores the case of roles, access packages and actions. */
    ALL_IN_TURN_IGNORING_CASE;

    byte[] policy() {
        return TypicalPolicy.xml(this == ALL_IN_TURN_IGNORING_CASE ? Equality.IGNORING_CASE : Equality.EXACT);
    }

    List<Question> questions() {
        return switch (this) {
            case FIRST_RULE_PERMITS -> ask("read", Attribute.role("dagl"));
            case LAST_RULE_PERMITS -> ask("publish", Attribute.accessPackage("baerekraft"));
            case MANY_RIGHTS_PERMIT -> ask("read", Question.manyRights(Attribute.accessPackage("tilgangsstyrer")));
            case A_RULE_DENIES -> ask("write", Attribute.role("dagl"), Attribute.role("konk"));
            case NO_RULE_MATCHES -> ask("read", Question.manyRights());
            case OTHER_RESOURCE -> List.of(Question.of("read", "another-resource", Attribute.role("dagl")));
            case ALL_IN_TURN, ALL_IN_TURN_IGNORING_CASE ->
                Stream.of(
                                FIRST_RULE_PERMITS,
                                LAST_RULE_PERMITS,
                                MANY_RIGHTS_PERMIT,
                                A_RULE_DENIES,
                                NO_RULE_MATCHES,
                                OTHER_RESOURCE)
                        .flatMap(scenario -> scenario.questions().stream())
                        .toList();
        };
    }

    private static List<Question> ask(String action, Attribute... subject) {
        return List.of(Question.of(action, TypicalPolicy.RESOURCE, subject));
    }
}
