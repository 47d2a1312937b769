package no.klarert.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Policy;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.ResourceId;

/**
 * The rights a policy holds, in the form that delegation uses (resource registry §6.5, Altinn PDP §8.6). Unlike in the public
 * service, a Deny rule gives no rights.
 */
public final class PolicyRights {
    private static final Set<String> GIVEN_BY_RELATION = Set.of(
            "urn:altinn:rolecode",
            "urn:altinn:external-role:ccr",
            "urn:altinn:external-role:cra",
            "urn:altinn:accesspackage");
    private static final Set<String> OF_SERVICE_OWNERS =
            Set.of("urn:altinn:org", "urn:altinn:organization:identifier-no", "urn:altinn:organizationnumber");
    private static final String OF_APPS = "urn:altinn:resource:delegation";

    private PolicyRights() {}

    /** Kinds of subjects whose rights are shown beside those given by role or package. */
    public enum Beside {
        SERVICE_OWNERS,
        APPS
    }

    /**
     * One action on one resource.
     *
     * @param key {@code 01} and the SHA-256 of resource and action, the same for equal rights of any policy version
     * @param resource sorted by attribute id, an app as {@code urn:altinn:resource}
     * @param subjects the roles and packages, each alone in its alternative, that hold the right
     */
    public record Right(
            String key, List<PolicyAttribute> resource, PolicyAttribute action, Set<PolicyAttribute> subjects) {
        public Right {
            resource = List.copyOf(resource);
            subjects = Collections.unmodifiableSet(new LinkedHashSet<>(subjects));
        }

        /** Whether the right is on the resource as a whole and not, for instance, on one task of it. */
        public boolean isOnWholeResource() {
            return resource.size() == 1;
        }
    }

    /** The rights that can be given through role or package, in the order of the policy. */
    public static List<Right> of(Policy policy, ResourceId resource) {
        return of(policy, resource, EnumSet.noneOf(Beside.class));
    }

    public static List<Right> of(Policy policy, ResourceId resource, Set<Beside> beside) {
        Map<String, Right> rights = new LinkedHashMap<>();
        RuleParts.of(policy)
                .filter(parts -> parts.rule().effect() == Effect.PERMIT)
                .forEach(parts -> collect(parts, resource, beside, rights));
        return List.copyOf(rights.values());
    }

    /**
     * The actions on the resource as a whole that can be given through role or package (resource registry §10.7): what
     * delegating the resource to a system user can at most give.
     */
    public static Set<ActionName> actionsOf(Policy policy, ResourceId resource) {
        return of(policy, resource).stream()
                .filter(Right::isOnWholeResource)
                .map(Right::action)
                .filter(action -> action.type().equals(Xacml.ACTION_ID))
                .filter(action -> ActionName.isWellFormed(action.value()))
                .map(action -> new ActionName(action.value()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void collect(RuleParts rule, ResourceId id, Set<Beside> beside, Map<String, Right> rights) {
        var subjects = rule.subjects().stream()
                .filter(conjunction -> conjunction.size() == 1)
                .map(List::getFirst)
                .filter(subject -> isShown(subject.type(), beside))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (subjects.isEmpty()) {
            return;
        }
        for (var conjunction : rule.resources()) {
            var resource = normal(conjunction);
            if (RuleParts.value(resource, ResourceUrns.RESOURCE)
                    .filter(id.value()::equalsIgnoreCase)
                    .isPresent()) {
                rule.actions()
                        .forEach(action -> merge(new Right(key(resource, action), resource, action, subjects), rights));
            }
        }
    }

    private static void merge(Right right, Map<String, Right> rights) {
        rights.merge(right.key(), right, (first, second) -> {
            Set<PolicyAttribute> subjects = new LinkedHashSet<>(first.subjects());
            subjects.addAll(second.subjects());
            return new Right(first.key(), first.resource(), first.action(), subjects);
        });
    }

    private static boolean isShown(String subjectType, Set<Beside> beside) {
        return GIVEN_BY_RELATION.contains(subjectType)
                || (beside.contains(Beside.SERVICE_OWNERS) && OF_SERVICE_OWNERS.contains(subjectType))
                || (beside.contains(Beside.APPS) && subjectType.equals(OF_APPS));
    }

    private static List<PolicyAttribute> normal(List<PolicyAttribute> conjunction) {
        return ResourceUrns.withAppAsResource(conjunction).stream()
                .filter(attribute -> !attribute.type().equals(ResourceUrns.INSTANCE))
                .sorted(Comparator.comparing(PolicyAttribute::type))
                .toList();
    }

    /** {@code 01} and the lower-case hex SHA-256 of the lower-cased {@code type:value} pairs (resource registry §6.5). */
    static String key(List<PolicyAttribute> sortedResource, PolicyAttribute action) {
        List<String> parts = new ArrayList<>();
        sortedResource.forEach(attribute -> parts.add(attribute.urn()));
        parts.add(action.urn());
        var canonical = String.join(":", parts).toLowerCase(Locale.ROOT);
        return "01" + hex("SHA-256", canonical.getBytes(StandardCharsets.UTF_8));
    }

    static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " is missing from this Java runtime", e);
        }
    }

    /** The attribute ids of every subject of a policy, sorted. */
    static SortedSet<String> subjectTypes(List<List<PolicyAttribute>> subjects) {
        SortedSet<String> types = new TreeSet<>();
        subjects.forEach(conjunction ->
                conjunction.forEach(subject -> types.add(subject.type().toLowerCase(Locale.ROOT))));
        return types;
    }
}
