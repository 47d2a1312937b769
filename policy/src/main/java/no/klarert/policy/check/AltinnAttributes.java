package no.klarert.policy.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.klarert.policy.Xacml;

/** The attributes that Altinn's decision service knows, from requests or its own look-ups (Altinn decision service §3). */
final class AltinnAttributes {
    static final String SYSTEM_USER = "urn:altinn:systemuser:uuid";
    static final String ACCESS_PACKAGE = "urn:altinn:accesspackage";
    static final String ROLE_CODE = "urn:altinn:rolecode";

    /** Roles and packages: what actions can be passed on from, one by one (Altinn decision service §8.5). */
    static final Set<String> GIVEN_BY_RELATION =
            Set.of(ROLE_CODE, "urn:altinn:external-role:ccr", "urn:altinn:external-role:cra", ACCESS_PACKAGE);

    /** What the service looks up itself, always as strings. */
    static final Set<String> LOOKED_UP = Set.of(
            ROLE_CODE,
            "urn:altinn:external-role:ccr",
            "urn:altinn:external-role:cra",
            "urn:altinn:role",
            ACCESS_PACKAGE,
            "urn:altinn:partytype",
            "urn:altinn:access-list",
            "urn:digitaltdodsbo:rolecode");

    private static final Set<String> OF_PARTIES = Set.of(
            "urn:altinn:partyid",
            "urn:altinn:party:uuid",
            "urn:altinn:organization:identifier-no",
            "urn:altinn:organizationnumber",
            "urn:altinn:person:identifier-no",
            "urn:altinn:org");
    private static final Set<String> OF_SUBJECTS = Set.of(
            SYSTEM_USER,
            "urn:altinn:userid",
            "urn:altinn:person:uuid",
            "urn:altinn:organization:uuid",
            "urn:altinn:apiscope",
            "urn:altinn:scope",
            "urn:altinn:sessionid",
            "urn:altinn:resource:delegation");
    private static final Set<String> OF_RESOURCES = Set.of(
            "urn:altinn:resource",
            "urn:altinn:app",
            "urn:altinn:task",
            "urn:altinn:end-event",
            "urn:altinn:appresource",
            "urn:altinn:instance-id",
            "urn:altinn:resource:instance-id",
            "urn:altinn:event-id",
            "urn:altinn:eventtype");

    private static final Map<String, Set<String>> BY_CATEGORY = Map.of(
            Xacml.CATEGORY_ACCESS_SUBJECT, union(List.of(OF_PARTIES, OF_SUBJECTS, LOOKED_UP)),
            Xacml.CATEGORY_RESOURCE, union(List.of(OF_PARTIES, OF_RESOURCES)),
            Xacml.CATEGORY_ACTION, Set.of(Xacml.ACTION_ID));

    static final Set<String> ALL =
            union(List.of(OF_PARTIES, OF_SUBJECTS, OF_RESOURCES, LOOKED_UP, Set.of(Xacml.ACTION_ID)));

    private AltinnAttributes() {}

    private static Set<String> union(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Those of a category; none of one that is not tested. */
    static Set<String> of(String category) {
        return BY_CATEGORY.getOrDefault(category, Set.of());
    }
}
