package no.klarert.policy.wire;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.Xacml;
import no.klarert.policy.wire.CategoryAttributes.Reference;
import org.jspecify.annotations.Nullable;

/** Reads one request of the JSON profile of XACML 3.0 §4. */
final class JsonRequestReader {
    private final JsonBody body;
    private final JsonScanner scanner;
    private final JsonCategoryReader category;
    private final List<CategoryAttributes> categories = new ArrayList<>();
    private @Nullable List<Reference> references;
    private boolean returnPolicyIds;
    private boolean combinedDecision;

    JsonRequestReader(JsonBody body) {
        this.body = body;
        this.scanner = body.scanner();
        this.category = new JsonCategoryReader(body);
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
        var individual = new IndividualRequests(0, categories, body.options().limits(), body.problems());
        return new DecisionRequest(individual.of(references), returnPolicyIds, combinedDecision);
    }

    private void request() {
        var members = body.object();
        if (members == null) {
            return;
        }
        for (var member = members.next(); member != null; member = members.next()) {
            take(member);
        }
    }

    private void take(Member member) {
        switch (member) {
            case RETURN_POLICY_ID_LIST -> returnPolicyIds = body.truth();
            case COMBINED_DECISION -> combinedDecision = body.truth();
            case XPATH_VERSION -> body.string();
            case MULTI_REQUESTS -> multiRequests();
            case CATEGORY -> categories(null);
            case ACCESS_SUBJECT -> categories(Xacml.CATEGORY_ACCESS_SUBJECT);
            case RECIPIENT_SUBJECT -> categories(Xacml.CATEGORY_RECIPIENT_SUBJECT);
            case INTERMEDIARY_SUBJECT -> categories(Xacml.CATEGORY_INTERMEDIARY_SUBJECT);
            case CODEBASE -> categories(Xacml.CATEGORY_CODEBASE);
            case REQUESTING_MACHINE -> categories(Xacml.CATEGORY_REQUESTING_MACHINE);
            case RESOURCE -> categories(Xacml.CATEGORY_RESOURCE);
            case ACTION -> categories(Xacml.CATEGORY_ACTION);
            case ENVIRONMENT -> categories(Xacml.CATEGORY_ENVIRONMENT);
            default -> body.unknown();
        }
    }

    private void categories(@Nullable String named) {
        body.each(() -> category.read(named, categories));
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
        int at = scanner.place();
        var members = body.object();
        if (members == null) {
            return;
        }
        var ids = new ArrayList<String>();
        for (var member = members.next(); member != null; member = members.next()) {
            if (member == Member.REFERENCE_ID) {
                body.each(() -> ids.add(body.text()));
            } else {
                body.unknown();
            }
        }
        into.add(new Reference(at, ids));
    }
}
