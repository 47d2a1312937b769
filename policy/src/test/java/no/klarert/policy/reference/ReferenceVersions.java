package no.klarert.policy.reference;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicyTree;

/** What a reference refers to (XACML 3.0 §5.10–5.13). */
final class ReferenceVersions {
    private ReferenceVersions() {}

    /** Of the versions that fit, the newest. */
    static Optional<PolicyTree> find(PolicyReference reference, List<PolicyTree> library) {
        return library.stream()
                .filter(tree -> PolicyReference.Kind.of(tree) == reference.kind())
                .filter(tree -> tree.id().equals(reference.id()))
                .filter(tree -> reference.version().stream().allMatch(pattern -> fits(tree.version(), pattern)))
                .filter(tree ->
                        reference.earliestVersion().stream().allMatch(pattern -> order(tree.version(), pattern) >= 0))
                .filter(tree ->
                        reference.latestVersion().stream().allMatch(pattern -> order(tree.version(), pattern) <= 0))
                .max(Comparator.comparing(PolicyTree::version, ReferenceVersions::order));
    }

    /** A star stands for one number, a plus for one or more. */
    private static boolean fits(String version, String pattern) {
        return version.matches(Arrays.stream(pattern.split("[.]", -1))
                .map(part -> switch (part) {
                    case "*" -> "[0-9]+";
                    case "+" -> "[0-9]+([.][0-9]+)*";
                    default -> part;
                })
                .collect(Collectors.joining("[.]")));
    }

    /** Number by number; a star is equal to any number, a plus to any rest, and what goes on is later. */
    private static int order(String left, String right) {
        var a = Arrays.asList(left.split("[.]", -1));
        var b = Arrays.asList(right.split("[.]", -1));
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            if (b.get(i).equals("+")) {
                return 0;
            }
            int order = b.get(i).equals("*") ? 0 : new BigInteger(a.get(i)).compareTo(new BigInteger(b.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
