package no.klarert.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.policy.check.StandardCheck;
import no.klarert.policy.read.Issues;
import no.klarert.policy.read.PolicyReader;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.syntax.PolicyTree;
import no.klarert.policy.value.Shown;

/**
 * Policies and policy sets that others may refer to by id and version (XACML 3.0 §5.10–5.12). Immutable; share it.
 *
 * <p>Each source is read and checked once, when the library is made. One that is refused, or whose id and version an earlier one
 * has, is kept out; a reference to it makes what refers to it Indeterminate when it is evaluated, and nothing else. Only the
 * outermost policy or policy set of a source can be referred to.
 */
public final class PolicyLibrary {
    public static final PolicyLibrary EMPTY = new PolicyLibrary(Map.of(), List.of());

    private final Map<Key, List<Entry>> entries;
    private final List<Refused> refused;

    private PolicyLibrary(Map<Key, List<Entry>> entries, List<Refused> refused) {
        this.entries = Map.copyOf(entries);
        this.refused = List.copyOf(refused);
    }

    private record Key(PolicyReference.Kind kind, String id) {}

    private record Entry(DottedVersion version, PolicyTree tree) {}

    /**
     * A source that was kept out.
     *
     * @param index its place among the sources, from 0
     * @param issues at least one error
     */
    public record Refused(int index, List<Issue> issues) {
        public Refused {
            issues = List.copyOf(issues);
        }
    }

    /**
     * Reads sources in the standard's dialect.
     *
     * @param sources each a {@code Policy} or {@code PolicySet}, in UTF-8, or UTF-16 with a byte order mark
     */
    public static PolicyLibrary of(Collection<byte[]> sources, CompilerOptions options) {
        var entries = new HashMap<Key, List<Entry>>();
        var refused = new ArrayList<Refused>();
        int index = 0;
        for (var source : sources) {
            var issues = new Issues();
            var tree = PolicyReader.read(source, Dialect.STANDARD, options.maxSourceBytes(), issues);
            tree.ifPresent(read -> StandardCheck.check(read, options.strictness(), issues));
            if (tree.isPresent() && !issues.hasErrors()) {
                add(entries, tree.get(), issues);
            }
            if (issues.hasErrors()) {
                refused.add(new Refused(index, issues.inSourceOrder()));
            }
            index++;
        }
        return new PolicyLibrary(entries, refused);
    }

    private static void add(Map<Key, List<Entry>> entries, PolicyTree tree, Issues issues) {
        var versions =
                entries.computeIfAbsent(new Key(PolicyReference.Kind.of(tree), tree.id()), key -> new ArrayList<>(1));
        var version = DottedVersion.of(tree.version());
        if (versions.stream().anyMatch(entry -> entry.version().equals(version))) {
            issues.error(tree.position(), Shown.quoted(tree.id()) + " is there already in version " + tree.version());
        } else {
            versions.add(new Entry(version, tree));
        }
    }

    /** The sources that were kept out, in order. */
    public List<Refused> refused() {
        return refused;
    }

    /** What a reference refers to: of the versions that fit, the newest. Empty if there is none. */
    public Optional<PolicyTree> find(PolicyReference reference) {
        return entries.getOrDefault(new Key(reference.kind(), reference.id()), List.of()).stream()
                .filter(entry -> fits(entry.version(), reference))
                .reduce((one, other) -> one.version().compareTo(other.version()) >= 0 ? one : other)
                .map(Entry::tree);
    }

    private static boolean fits(DottedVersion version, PolicyReference reference) {
        return reference.version().stream().allMatch(version::matches)
                && reference.earliestVersion().stream().allMatch(version::isNoEarlierThan)
                && reference.latestVersion().stream().allMatch(version::isNoLaterThan);
    }
}
