package no.klarert.server.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.policy.syntax.Position;

/** The members of one mapping, with their types asked for. Whatever is not as it must be becomes a problem, and reads as absent. */
final class YamlKeys {
    private final YamlNode.Members mapping;
    private final Problems problems;
    private final Map<String, YamlNode> values = new LinkedHashMap<>();

    /**
     * @param what the mapping is, as in {@code a case}
     * @param known its keys; any other is a problem
     */
    YamlKeys(YamlNode.Members mapping, String what, Problems problems, List<String> known) {
        this(mapping, problems);
        for (var member : mapping.members()) {
            if (!known.contains(member.name())) {
                problems.add(
                        member.at(),
                        "unknown key " + Words.quoted(member.name()) + " in " + what
                                + Words.nearest(member.name(), known));
            }
        }
    }

    /** Of a format that is not ours: other keys are left alone. */
    YamlKeys(YamlNode.Members mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
        mapping.members().forEach(member -> values.put(member.name(), member.value()));
    }

    Position at() {
        return mapping.at();
    }

    Optional<YamlNode> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<YamlNode> required(String name) {
        if (!values.containsKey(name)) {
            problems.add(at(), "the key `" + name + "` is missing");
        }
        return get(name);
    }

    Optional<YamlNode.Scalar> scalar(String name) {
        return get(name).flatMap(node -> scalar(node, "`" + name + "`", problems));
    }

    Optional<String> text(String name) {
        return scalar(name).map(YamlNode.Scalar::text);
    }

    boolean isTrue(String name) {
        return scalar(name).filter(scalar -> truth(scalar, name)).isPresent();
    }

    private boolean truth(YamlNode.Scalar scalar, String name) {
        if (scalar.looks() != YamlNode.Looks.BOOLEAN) {
            problems.add(scalar.at(), "`" + name + "` is true or false, not " + Words.quoted(scalar.text()));
        }
        return scalar.text().equals("true");
    }

    /** What is in a list; a value that stands alone is a list of one. Absent if the key is; an empty list is empty. */
    Optional<List<YamlNode>> list(String name) {
        return get(name).map(node -> switch (node) {
            case YamlNode.Items items -> items.items();
            case YamlNode.Nothing nothing -> {
                problems.add(nothing.at(), "`" + name + "` has no value; write [] for none");
                yield List.of();
            }
            case YamlNode.Scalar scalar -> List.of(scalar);
            case YamlNode.Members members -> List.of(members);
        });
    }

    List<String> texts(String name) {
        return list(name).orElse(List.of()).stream()
                .flatMap(node -> scalar(node, "`" + name + "`", problems).stream())
                .map(YamlNode.Scalar::text)
                .toList();
    }

    /** @param what the part is, as a message names it */
    static Optional<YamlNode.Scalar> scalar(YamlNode node, String what, Problems problems) {
        if (node instanceof YamlNode.Scalar scalar) {
            return Optional.of(scalar);
        }
        problems.add(node.at(), what + " takes one value" + (node instanceof YamlNode.Nothing ? ", and has none" : ""));
        return Optional.empty();
    }

    static Optional<YamlNode.Members> members(YamlNode node, String what, Problems problems) {
        if (node instanceof YamlNode.Members members) {
            return Optional.of(members);
        }
        problems.add(node.at(), what + " takes keys and values");
        return Optional.empty();
    }
}
