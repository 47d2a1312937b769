package no.klarert.policy.wire;

import java.util.ArrayList;
import java.util.List;
import no.klarert.policy.RequestAttribute;
import org.jspecify.annotations.Nullable;

/** Reads category objects (JSON profile of XACML 3.0 §4.2.2). Their members may come in any order. */
final class JsonCategoryReader {
    private static final int NONE = -1;

    private final JsonBody body;
    private final JsonScanner scanner;
    private final JsonAttributeReader attributes;

    private @Nullable String category;
    private String id = "";
    /** Where attributes stand whose category was not known yet when they were passed. */
    private int early = NONE;

    JsonCategoryReader(JsonBody body) {
        this.body = body;
        this.scanner = body.scanner();
        this.attributes = new JsonAttributeReader(body);
    }

    /**
     * Reads one category and adds it.
     *
     * @param named the category that the member around it stands for; null if the object must name it itself
     */
    void read(@Nullable String named, List<CategoryAttributes> into) {
        int at = scanner.place();
        var members = body.object();
        if (members == null) {
            return;
        }
        category = named;
        id = "";
        early = NONE;
        var found = new ArrayList<RequestAttribute>();
        for (var member = members.next(); member != null; member = members.next()) {
            take(member, named, found);
        }
        if (category == null) {
            body.problem(at, "the category has no `CategoryId`");
        } else {
            readEarly(category, found);
            into.add(new CategoryAttributes(at, category, id, found));
        }
    }

    private void take(Member member, @Nullable String named, List<RequestAttribute> into) {
        switch (member) {
            case CATEGORY_ID -> categoryId(named);
            case ID -> id = body.text();
            case CONTENT -> body.string();
            case ATTRIBUTE -> {
                if (category == null) {
                    early = scanner.place();
                    JsonSkip.value(scanner);
                } else {
                    read(category, into, scanner.place());
                }
            }
            default -> body.unknown();
        }
    }

    private void categoryId(@Nullable String named) {
        int at = scanner.place();
        var read = body.string(Identifiers.CATEGORIES);
        if (named == null) {
            category = read;
        } else if (read != null && !read.equals(named)) {
            body.problem(at, "the `CategoryId` is not that of the member around it");
        }
    }

    private void read(String of, List<RequestAttribute> into, int from) {
        scanner.goTo(from);
        body.each(() -> attributes.read(of, into));
    }

    private void readEarly(String of, List<RequestAttribute> into) {
        if (early != NONE) {
            int end = scanner.place();
            read(of, into, early);
            scanner.goTo(end);
        }
    }
}
