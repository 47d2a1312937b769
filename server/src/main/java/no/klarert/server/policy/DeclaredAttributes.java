package no.klarert.server.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names a test file gives to attributes: {@code role: urn:altinn:rolecode}, or with {@code id} and {@code type}. */
final class DeclaredAttributes {
    private static final String ID = "id";
    private static final List<String> KEYS = List.of(ID, "type");

    private final Map<String, Attribute> declared = new LinkedHashMap<>();

    /** @param type of its values; if empty, they are what they look like */
    record Attribute(String id, Optional<String> type) {}

    static DeclaredAttributes read(Optional<YamlNode> section, Problems problems) {
        var attributes = new DeclaredAttributes();
        section.flatMap(node -> YamlKeys.members(node, "`attributes`", problems))
                .ifPresent(members -> members.members().forEach(member -> attributes.declare(member, problems)));
        return attributes;
    }

    private void declare(YamlNode.Member member, Problems problems) {
        if (member.name().contains(":") || member.name().equals(ID)) {
            problems.add(
                    member.at(),
                    Words.quoted(member.name()) + " cannot be declared: "
                            + (member.name().equals(ID)
                                    ? "it always stands for subject-id, resource-id or action-id"
                                    : "a name has no colon"));
        } else if (member.value() instanceof YamlNode.Members members) {
            var keys = new YamlKeys(members, "an attribute", problems, KEYS);
            var type = keys.scalar("type").flatMap(name -> ShortNames.DATA_TYPES.identifier(name, problems));
            keys.required(ID);
            keys.text(ID).ifPresent(id -> declared.put(member.name(), new Attribute(id, type)));
        } else {
            YamlKeys.scalar(member.value(), "an attribute", problems)
                    .ifPresent(id -> declared.put(member.name(), new Attribute(id.text(), Optional.empty())));
        }
    }

    /** What a key stands for in a category; empty, and a problem, if it stands for nothing. */
    Optional<Attribute> find(String category, YamlNode.Member key, Problems problems) {
        var name = key.name();
        if (declared.containsKey(name)) {
            return Optional.of(declared.get(name));
        }
        if (name.contains(":")) {
            return Optional.of(new Attribute(name, Optional.empty()));
        }
        var id = name.equals(ID) ? ShortNames.id(category) : Optional.<String>empty();
        if (id.isEmpty()) {
            problems.add(
                    key.at(),
                    "unknown attribute " + Words.quoted(name)
                            + "; declare it under `attributes`, or give its identifier"
                            + Words.nearest(name, names(category)));
        }
        return id.map(known -> new Attribute(known, Optional.empty()));
    }

    private Set<String> names(String category) {
        var names = new TreeSet<>(declared.keySet());
        ShortNames.id(category).ifPresent(id -> names.add(ID));
        return names;
    }
}
