package no.klarert.server.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.policy.AttributeName;
import no.klarert.policy.Request;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;

/**
 * The attributes of a request as a test file writes them: categories, in them attributes, and for each a value, a list of values,
 * or mappings that add what a plain value cannot say. A value alone under a category is that of its {@code id}.
 */
final class RequestAttributes {
    private static final List<String> VALUE_KEYS = List.of("value", "type", "issuer", "include-in-result");

    private final Map<AttributeName, List<RequestAttribute>> values = new LinkedHashMap<>();

    static RequestAttributes read(Optional<YamlNode> section, DeclaredAttributes declared, Problems problems) {
        var attributes = new RequestAttributes();
        section.flatMap(node -> YamlKeys.members(node, "`request`", problems))
                .ifPresent(categories ->
                        categories.members().forEach(category -> attributes.category(category, declared, problems)));
        return attributes;
    }

    /** These, and of the others the attributes that are not here. An attribute that is here with no values hides the other. */
    Request over(RequestAttributes defaults) {
        var merged = new LinkedHashMap<>(defaults.values);
        merged.putAll(values);
        var request = Request.builder();
        merged.values().forEach(bag -> bag.forEach(request::attribute));
        return request.build();
    }

    private void category(YamlNode.Member member, DeclaredAttributes declared, Problems problems) {
        var name = new YamlNode.Scalar(member.at(), member.name(), YamlNode.Looks.TEXT);
        ShortNames.CATEGORIES
                .identifier(name, problems)
                .ifPresent(category -> attributes(category, idIfAlone(member), declared, problems));
    }

    /** {@code action: read} is {@code action: {id: read}}. */
    private static YamlNode idIfAlone(YamlNode.Member member) {
        return switch (member.value()) {
            case YamlNode.Scalar alone -> id(member, alone);
            case YamlNode.Items several -> id(member, several);
            case YamlNode.Members members -> members;
            case YamlNode.Nothing nothing -> nothing;
        };
    }

    private static YamlNode id(YamlNode.Member member, YamlNode value) {
        return new YamlNode.Members(value.at(), List.of(new YamlNode.Member(member.at(), "id", value)));
    }

    private void attributes(String category, YamlNode node, DeclaredAttributes declared, Problems problems) {
        YamlKeys.members(node, "a category", problems).ifPresent(members -> {
            for (var member : members.members()) {
                declared.find(category, member, problems)
                        .ifPresent(attribute ->
                                attribute(new AttributeName(category, attribute.id()), attribute, member, problems));
            }
        });
    }

    private void attribute(
            AttributeName name, DeclaredAttributes.Attribute declared, YamlNode.Member member, Problems problems) {
        var bag = new ArrayList<RequestAttribute>();
        var items = member.value() instanceof YamlNode.Items several ? several.items() : List.of(member.value());
        items.forEach(item -> value(name, declared, item, problems).ifPresent(bag::add));
        if (values.put(name, List.copyOf(bag)) != null) {
            problems.add(member.at(), Words.quoted(member.name()) + " is an attribute that is here already");
        }
    }

    private static Optional<RequestAttribute> value(
            AttributeName name, DeclaredAttributes.Attribute declared, YamlNode item, Problems problems) {
        if (!(item instanceof YamlNode.Members members)) {
            return YamlKeys.scalar(item, "an attribute", problems)
                    .map(scalar -> new RequestAttribute(
                            name, type(Optional.empty(), declared, scalar), Optional.empty(), false, scalar.text()));
        }
        var keys = new YamlKeys(members, "a value", problems, VALUE_KEYS);
        var type = keys.scalar("type").flatMap(given -> ShortNames.DATA_TYPES.identifier(given, problems));
        var issuer = keys.text("issuer");
        boolean include = keys.isTrue("include-in-result");
        keys.required("value");
        return keys.scalar("value")
                .map(scalar ->
                        new RequestAttribute(name, type(type, declared, scalar), issuer, include, scalar.text()));
    }

    /** What the value says, else what its declaration says, else what it looks like. */
    private static String type(Optional<String> given, DeclaredAttributes.Attribute declared, YamlNode.Scalar scalar) {
        return given.or(declared::type)
                .orElse(
                        switch (scalar.looks()) {
                            case TEXT -> Xacml.TYPE_STRING;
                            case INTEGER -> Xacml.TYPE_INTEGER;
                            case DOUBLE -> Xacml.TYPE_DOUBLE;
                            case BOOLEAN -> Xacml.TYPE_BOOLEAN;
                        });
    }
}
