package no.klarert.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The attributes that name a resource in policies (resource registry §10.3), and the two spellings of an app (§10.6). */
final class ResourceUrns {
    static final String RESOURCE = "urn:altinn:resource";
    static final String ORG = "urn:altinn:org";
    static final String APP = "urn:altinn:app";
    static final String INSTANCE = "urn:altinn:resource:instance-id";

    private ResourceUrns() {}

    /** A conjunction with the pair of org and app written as one resource id, in its place. */
    static List<PolicyAttribute> withAppAsResource(List<PolicyAttribute> conjunction) {
        var app = appId(conjunction);
        if (app.isEmpty() || RuleParts.value(conjunction, RESOURCE).isPresent()) {
            return conjunction;
        }
        List<PolicyAttribute> collapsed = new ArrayList<>();
        collapsed.add(new PolicyAttribute(RESOURCE, app.get()));
        conjunction.stream()
                .filter(attribute ->
                        !attribute.type().equals(ORG) && !attribute.type().equals(APP))
                .forEach(collapsed::add);
        return collapsed;
    }

    /** {@code app_<org>_<app>} if the conjunction names both. */
    static Optional<String> appId(List<PolicyAttribute> conjunction) {
        return RuleParts.value(conjunction, ORG)
                .flatMap(org -> RuleParts.value(conjunction, APP).map(app -> "app_" + org + "_" + app))
                .map(id -> id.toLowerCase(Locale.ROOT));
    }
}
