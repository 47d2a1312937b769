package no.klarert.pdp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.pdp.DecisionQuery.Attribute;
import no.klarert.pdp.DecisionQuery.Entry;
import no.klarert.policy.AttributeName;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;

/** The first stop: a query becomes the parts that are decided one by one, in order (Altinn PDP §2.1 and §2.3). */
final class QueryReader {
    private static final Map<String, String> DATA_TYPES = Map.of(
            "",
            Xacml.TYPE_STRING,
            "string",
            Xacml.TYPE_STRING,
            Xacml.TYPE_STRING,
            Xacml.TYPE_STRING,
            "anyURI",
            Xacml.TYPE_ANY_URI,
            Xacml.TYPE_ANY_URI,
            Xacml.TYPE_ANY_URI,
            Xacml.TYPE_INTEGER,
            Xacml.TYPE_INTEGER);

    private QueryReader() {}

    /**
     * A query with references gives one part for each. Unlike in the public service this holds for a single reference too,
     * which there would merge everything: a permit for one action must not answer a question about another.
     */
    static List<Part> parts(DecisionQuery query) {
        return switch (query) {
            case DecisionQuery.Nothing() -> throw Undecidable.failedLookUp("the document has no request");
            case DecisionQuery.Question question -> parts(question);
        };
    }

    private static List<Part> parts(DecisionQuery.Question question) {
        var subjects = named(question.subjects(), Optional.of(Xacml.CATEGORY_ACCESS_SUBJECT));
        var actions = named(question.actions(), Optional.of(Xacml.CATEGORY_ACTION));
        var resources = named(question.resources(), Optional.of(Xacml.CATEGORY_RESOURCE));
        var others = named(question.others(), Optional.empty());
        if (question.references().isEmpty()) {
            return List.of(new Part(Stream.of(subjects, actions, resources, others)
                    .flatMap(List::stream)
                    .map(Named::group)
                    .toList()));
        }
        if (question.references().size() > DecisionQuery.MOST_DECISIONS) {
            throw Undecidable.badArgument(
                    "more than " + DecisionQuery.MOST_DECISIONS + " decisions are asked for at once");
        }
        var groups = new NamedGroups();
        subjects.forEach(subject -> groups.addSubject(subject.idToReferTo("a subject"), subject.group()));
        actions.forEach(action -> groups.addAction(action.idToReferTo("an action"), action.group()));
        resources.forEach(resource -> groups.addResource(resource.idOfResource(), resource.group()));
        return question.references().stream().map(groups::part).toList();
    }

    /** A group and the id that references know it by. */
    private record Named(Optional<String> id, Part.Group group) {
        String idToReferTo(String what) {
            return id.orElseThrow(() -> Undecidable.failedLookUp(what + " has no id to refer to"));
        }

        String idOfResource() {
            return id.orElseThrow(() -> Undecidable.badArgument("a resource has no id to refer to"));
        }
    }

    /** A category that is stated holds for the entry and those after it. */
    private static List<Named> named(List<Entry> entries, Optional<String> category) {
        List<Named> groups = new ArrayList<>();
        var current = category;
        for (var entry : entries) {
            if (entry.category().isPresent()) {
                current = entry.category();
            }
            var stated = current.orElseThrow(() -> Undecidable.badArgument("an entry does not say its category"));
            groups.add(new Named(entry.id(), new Part.Group(stated, attributes(stated, entry.attributes()))));
        }
        return groups;
    }

    private static List<RequestAttribute> attributes(String category, List<Attribute> attributes) {
        Map<String, Boolean> included = new HashMap<>();
        List<RequestAttribute> read = new ArrayList<>();
        for (var attribute : attributes) {
            var id = id(attribute);
            var value = attribute.value().orElseThrow(() -> Undecidable.badArgument("an attribute has no value"));
            included.putIfAbsent(id, attribute.includeInResult());
            read.add(new RequestAttribute(
                    new AttributeName(category, id),
                    dataType(attribute),
                    Optional.empty(),
                    included.getOrDefault(id, false),
                    value));
        }
        return read;
    }

    private static String id(Attribute attribute) {
        var id = attribute
                .attributeId()
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Undecidable.badArgument("an attribute has no id"));
        try {
            if (new URI(id).isAbsolute()) {
                return id;
            }
        } catch (URISyntaxException e) {
            // Not a URI: refused below like one that is not absolute.
        }
        throw Undecidable.failedLookUp("an attribute id is not an absolute URI");
    }

    private static String dataType(Attribute attribute) {
        return Optional.ofNullable(DATA_TYPES.get(attribute.dataType().orElse("")))
                .orElseThrow(() -> Undecidable.badArgument("an attribute has an unsupported data type"));
    }
}
