package no.klarert.policy.wire;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;
import no.klarert.policy.wire.CategoryAttributes.Reference;
import org.jspecify.annotations.Nullable;

/** Reads one request of the JSON profile of XACML 3.0 §4. */
final class JsonRequestReader {
    private final JsonBody body;
    private final JsonScanner scanner;
    private final JsonAttributeReader attributes;
    private final List<CategoryAttributes> categories = new ArrayList<>();
    private @Nullable List<Reference> references;
    private boolean returnPolicyIds;
    private boolean combinedDecision;

    JsonRequestReader(JsonBody body) {
        this.body = body;
        this.scanner = body.scanner();
        this.attributes = new JsonAttributeReader(body);
    }

    /** The request; not to be used if a problem was noted. */
    DecisionRequest read() {
        boolean found = false;
        var members = new JsonMembers(scanner);
        for (var member = members.next(); member != null; member = members.next()) {
            if (member == Member.REQUEST) {
                found = true;
                request();
            } else {
                body.unknown();
            }
        }
        scanner.end();
        if (!found) {
            body.problem(0, "the document has no `Request`");
        }
        var individual = new IndividualRequests(0, categories, body.options().limits(), body.problems()).of(references);
        return new DecisionRequest(individual, returnPolicyIds, combinedDecision);
    }

    private void request() {
        var members = body.object();
        if (members == null) {
            return;
        }
        for (var member = members.next(); member != null; member = members.next()) {
            switch (member) {
                case RETURN_POLICY_ID_LIST -> returnPolicyIds = body.truth();
                case COMBINED_DECISION -> combinedDecision = body.truth();
                case XPATH_VERSION -> body.string();
                case MULTI_REQUESTS -> multiRequests();
                case CATEGORY -> body.each(() -> category(null));
                case ACCESS_SUBJECT -> body.each(() -> category(Xacml.CATEGORY_ACCESS_SUBJECT));
                case RECIPIENT_SUBJECT -> body.each(() -> category(Xacml.CATEGORY_RECIPIENT_SUBJECT));
                case INTERMEDIARY_SUBJECT -> body.each(() -> category(Xacml.CATEGORY_INTERMEDIARY_SUBJECT));
                case CODEBASE -> body.each(() -> category(Xacml.CATEGORY_CODEBASE));
                case REQUESTING_MACHINE -> body.each(() -> category(Xacml.CATEGORY_REQUESTING_MACHINE));
                case RESOURCE -> body.each(() -> category(Xacml.CATEGORY_RESOURCE));
                case ACTION -> body.each(() -> category(Xacml.CATEGORY_ACTION));
                case ENVIRONMENT -> body.each(() -> category(Xacml.CATEGORY_ENVIRONMENT));
                default -> body.unknown();
            }
        }
    }

    /**
     * Reads a category object.
     *
     * @param named the category that the name of the member stands for; null if the object must name it itself
     */
    private void category(@Nullable String named) {
        scanner.peek();
        int at = scanner.at();
        var members = body.object();
        if (members == null) {
            return;
        }
        var category = named;
        var id = "";
        int early = -1;
        var found = new ArrayList<RequestAttribute>();
        for (var member = members.next(); member != null; member = members.next()) {
            switch (member) {
                case CATEGORY_ID -> category = categoryId(named);
                case ID -> id = orEmpty(body.string());
                case CONTENT -> body.string();
                case ATTRIBUTE -> {
                    if (category == null) {
                        early = scanner.at();
                        JsonSkip.value(scanner);
                    } else {
                        attributes(category, found);
                    }
                }
                default -> body.unknown();
            }
        }
        if (category == null) {
            body.problem(at, "the category has no `CategoryId`");
            return;
        }
        if (early >= 0) {
            int end = scanner.at();
            scanner.goTo(early);
            attributes(category, found);
            scanner.goTo(end);
        }
        categories.add(new CategoryAttributes(at, category, id, found));
    }

    private void attributes(String category, List<RequestAttribute> into) {
        body.each(() -> attributes.read(category, into));
    }

    private @Nullable String categoryId(@Nullable String named) {
        int at = scanner.at();
        var category = body.string(Identifiers.CATEGORIES);
        if (named != null && category != null && !category.equals(named)) {
            body.problem(at, "the `CategoryId` is not that of the member around it");
        }
        return category == null ? named : category;
    }

    private void multiRequests() {
        var members = body.object();
        if (members == null) {
            return;
        }
        var read = new ArrayList<Reference>();
        for (var member = members.next(); member != null; member = members.next()) {
            if (member == Member.REQUEST_REFERENCE) {
                body.each(() -> reference(read));
            } else {
                body.unknown();
            }
        }
        references = read;
    }

    private void reference(List<Reference> into) {
        scanner.peek();
        int at = scanner.at();
        var members = body.object();
        if (members == null) {
            return;
        }
        var ids = new ArrayList<String>();
        for (var member = members.next(); member != null; member = members.next()) {
            if (member == Member.REFERENCE_ID) {
                body.each(() -> ids.add(orEmpty(body.string())));
            } else {
                body.unknown();
            }
        }
        into.add(new Reference(at, ids));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
