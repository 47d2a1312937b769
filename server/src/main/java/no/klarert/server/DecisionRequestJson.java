package no.klarert.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.klarert.pdp.DecisionQuery;
import no.klarert.pdp.DecisionQuery.Attribute;
import no.klarert.pdp.DecisionQuery.Entry;
import no.klarert.pdp.DecisionQuery.Question;

/**
 * Decision requests as they come in (Altinn PDP §2.1): what has the wrong JSON type is an error at its place, what is missing is
 * left to the decision point, what is unknown is ignored. Members that count for nothing must still be of their type.
 */
final class DecisionRequestJson {
    static final int MOST_ENTRIES = 10_000;
    private static final List<String> WITHOUT_EFFECT =
            List.of("RecipientSubject", "IntermediarySubject", "RequestingMachine");

    private final JsonFields request;
    private int entries;

    private DecisionRequestJson(JsonFields request) {
        this.request = request;
    }

    static DecisionQuery read(JsonFields document) {
        return document.object("Request")
                .<DecisionQuery>map(request -> new DecisionRequestJson(request).question())
                .orElseGet(DecisionQuery.Nothing::new);
    }

    private Question question() {
        request.flag("ReturnPolicyIdList", false);
        request.flag("CombinedDecision", false);
        request.text("XPathVersion");
        WITHOUT_EFFECT.forEach(this::entries);
        var question = new Question(
                entries("AccessSubject"),
                entries("Action"),
                entries("Resource"),
                entries("Category"),
                request.object("MultiRequests").map(this::references).orElse(List.of()));
        if (entries > MOST_ENTRIES) {
            request.wrong("", "has more than " + MOST_ENTRIES + " categories and attributes");
        }
        return question;
    }

    private List<Entry> entries(String category) {
        return request.objects(category).orElse(List.of()).stream()
                .map(this::entry)
                .toList();
    }

    private Entry entry(JsonFields entry) {
        entry.text("Content");
        var attributes = entry.objects("Attribute").orElse(List.of());
        entries += 1 + attributes.size();
        return new Entry(
                entry.text("Id"),
                category(entry),
                attributes.stream().map(DecisionRequestJson::attribute).toList());
    }

    /** An empty category is none. */
    private static Optional<String> category(JsonFields entry) {
        return entry.text("CategoryId").filter(text -> !text.isEmpty());
    }

    private static Attribute attribute(JsonFields attribute) {
        attribute.text("Issuer");
        return new Attribute(
                attribute.text("AttributeId"),
                attribute.text("Value"),
                attribute.text("DataType"),
                attribute.flag("IncludeInResult", false));
    }

    private List<List<String>> references(JsonFields multi) {
        var references = multi.objects("RequestReference").orElse(List.of());
        if (references.size() > DecisionQuery.MOST_DECISIONS) {
            multi.wrong("RequestReference", "has more than " + DecisionQuery.MOST_DECISIONS + " elements");
        }
        List<List<String>> ids = new ArrayList<>();
        references.forEach(reference -> ids.add(reference.texts("ReferenceId").orElse(List.of())));
        return ids;
    }
}
