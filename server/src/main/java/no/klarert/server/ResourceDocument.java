package no.klarert.server;

import java.util.List;
import java.util.Optional;
import no.klarert.vocabulary.LocalizedText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document of a resource in canonical form: the members of resource registry §3 and no others, in that order and spelling,
 * names in place of numbers, switches and enumerations always there. Whatever is missing or of another type is noted in the body
 * it is read from (§3.4, phase A). What the registry computes itself, {@code versionId} and {@code authorizationReference}, is
 * left out.
 */
final class ResourceDocument {
    private static final List<Member> MEMBERS = List.of(
            new Member("identifier", ResourceDocument::requiredText),
            new Member("version", ResourceDocument::text),
            new Member("title", ResourceDocument::requiredLocalized),
            new Member("description", ResourceDocument::requiredLocalized),
            new Member("rightDescription", ResourceDocument::localized),
            new Member("homepage", ResourceDocument::text),
            new Member("status", ResourceDocument::text),
            new Member("spatial", ResourceDocument::texts),
            new Member("contactPoints", ResourceDocument::contactPoints),
            new Member("produces", ResourceDocument::texts),
            new Member("isPartOf", ResourceDocument::text),
            new Member("thematicAreas", ResourceDocument::texts),
            new Member("resourceReferences", ResourceDocument::references),
            new Member("delegable", (from, name, to) -> to.put(name, from.flag(name, true))),
            new Member("visible", (from, name, to) -> to.put(name, from.flag(name, true))),
            new Member("hasCompetentAuthority", ResourceDocument::authority),
            new Member("keywords", ResourceDocument::keywords),
            new Member("accessListMode", oneOf(WireNames.ACCESS_LIST_MODES)),
            new Member("selfIdentifiedUserEnabled", ResourceDocument::off),
            new Member("enterpriseUserEnabled", ResourceDocument::off),
            new Member("resourceType", oneOf(WireNames.RESOURCE_TYPES)),
            new Member("availableForType", ResourceDocument::availableFor),
            new Member("consentTemplate", ResourceDocument::text),
            new Member("consentText", ResourceDocument::localized),
            new Member("consentMetadata", ResourceDocument::consentMetadata),
            new Member("isOneTimeConsent", ResourceDocument::off));

    private ResourceDocument() {}

    static ObjectNode canonical(JsonFields body) {
        var document = Json.object();
        MEMBERS.forEach(member -> member.copy().copy(body, member.name(), document));
        return document;
    }

    private static void requiredText(JsonFields from, String name, ObjectNode to) {
        to.put(name, from.requiredText(name));
    }

    private static void text(JsonFields from, String name, ObjectNode to) {
        from.text(name).ifPresent(text -> to.put(name, text));
    }

    private static void texts(JsonFields from, String name, ObjectNode to) {
        from.texts(name).ifPresent(texts -> {
            var array = to.putArray(name);
            texts.forEach(array::add);
        });
    }

    private static void off(JsonFields from, String name, ObjectNode to) {
        to.put(name, from.flag(name, false));
    }

    private static void localized(JsonFields from, String name, ObjectNode to) {
        from.localized(name).ifPresent(texts -> put(to.putObject(name), texts));
    }

    static void put(ObjectNode to, LocalizedText texts) {
        texts.byLanguage().forEach(to::put);
    }

    private static void requiredLocalized(JsonFields from, String name, ObjectNode to) {
        require(from, name);
        localized(from, name, to);
    }

    private static void require(JsonFields from, String name) {
        if (!from.has(name)) {
            from.wrong(name, "is required");
        }
    }

    private static void contactPoints(JsonFields from, String name, ObjectNode to) {
        require(from, name);
        objects(from, name, to, (point, members) -> {
            text(point, "category", members);
            text(point, "email", members);
            text(point, "telephone", members);
            text(point, "contactPage", members);
        });
    }

    private static void references(JsonFields from, String name, ObjectNode to) {
        objects(from, name, to, (reference, members) -> {
            oneOf(WireNames.REFERENCE_SOURCES).copy(reference, "referenceSource", members);
            text(reference, "reference", members);
            oneOf(WireNames.REFERENCE_TYPES).copy(reference, "referenceType", members);
        });
    }

    private static void keywords(JsonFields from, String name, ObjectNode to) {
        objects(from, name, to, (keyword, members) -> {
            text(keyword, "word", members);
            text(keyword, "language", members);
        });
    }

    private static void authority(JsonFields from, String name, ObjectNode to) {
        require(from, name);
        from.object(name).ifPresent(authority -> {
            var members = to.putObject(name);
            text(authority, "organization", members);
            text(authority, "orgcode", members);
            localized(authority, "name", members);
        });
    }

    private static void objects(JsonFields from, String name, ObjectNode to, EachObject each) {
        from.objects(name).ifPresent(objects -> {
            var array = to.putArray(name);
            objects.forEach(object -> each.copy(object, array.addObject()));
        });
    }

    /** The first of the names stands for an absent member. */
    private static Copy oneOf(WireNames names) {
        return (from, name, to) -> {
            var sent = from.raw(name);
            var known = sent.flatMap(names::name);
            if (sent.isPresent() && known.isEmpty()) {
                from.wrong(name, names.expected());
            }
            to.put(name, known.orElseGet(names::first));
        };
    }

    private static void availableFor(JsonFields from, String name, ObjectNode to) {
        from.raw(name).filter(sent -> isArray(from, name, sent)).ifPresent(sent -> {
            var array = to.putArray(name);
            for (int i = 0; i < sent.size(); i++) {
                Optional<String> known = WireNames.AVAILABLE_FOR.name(sent.get(i));
                if (known.isEmpty()) {
                    from.wrong(name + "/" + i, WireNames.AVAILABLE_FOR.expected());
                }
                known.ifPresent(array::add);
            }
        });
    }

    private static boolean isArray(JsonFields from, String name, JsonNode sent) {
        if (!sent.isArray()) {
            from.wrong(name, "expected an array");
        }
        return sent.isArray();
    }

    private static void consentMetadata(JsonFields from, String name, ObjectNode to) {
        from.object(name).ifPresent(metadata -> {
            var members = to.putObject(name);
            from.raw(name)
                    .ifPresent(sent -> sent.propertyNames()
                            .forEach(key -> metadata.object(key)
                                    .ifPresent(each -> off(each, "optional", members.putObject(key)))));
        });
    }

    /** One member of the document and how it gets there. */
    private record Member(String name, Copy copy) {}

    private interface Copy {
        void copy(JsonFields from, String name, ObjectNode to);
    }

    private interface EachObject {
        void copy(JsonFields from, ObjectNode to);
    }
}
