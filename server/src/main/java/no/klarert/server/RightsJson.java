package no.klarert.server;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.klarert.systemuser.DraftRight;
import no.klarert.systemuser.Right;
import no.klarert.vocabulary.AccessPackage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Rights and access packages in bodies (system user API §5.1). */
final class RightsJson {
    static final String RESOURCE = "urn:altinn:resource";
    private static final int LONGEST = 255;

    private RightsJson() {}

    /** Rights, each of exactly one resource; absent if the member is. */
    static Optional<List<DraftRight>> read(JsonFields body, String name) {
        return body.objects(name)
                .map(rights -> rights.stream().map(RightsJson::right).toList());
    }

    private static DraftRight right(JsonFields right) {
        right.refuseNull("resource");
        var resources = right.objects("resource").orElse(List.of());
        if (resources.size() != 1) {
            right.wrong("resource", "expected exactly one resource");
        }
        var action = right.text("action", LONGEST).map(String::strip);
        var ids =
                resources.stream().map(each -> each.requiredText("id").strip()).toList();
        var values = resources.stream()
                .map(each -> each.requiredText("value").strip())
                .toList();
        return resources.isEmpty()
                ? new DraftRight(action, "", "")
                : new DraftRight(action, ids.getFirst(), values.getFirst());
    }

    /** The URNs of packages, whatever they are; absent if the member is. */
    static Optional<List<String>> readPackages(JsonFields body, String name) {
        return body.objects(name)
                .map(packages -> packages.stream()
                        .map(each -> each.text("urn").orElse("").strip())
                        .toList());
    }

    static ArrayNode write(Collection<Right> rights) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var right : rights) {
            var node = array.addObject();
            right.action().ifPresent(action -> node.put("action", action));
            node.putArray("resource")
                    .addObject()
                    .put("id", RESOURCE)
                    .put("value", right.resource().value());
        }
        return array;
    }

    static ArrayNode writePackages(Collection<AccessPackage> packages) {
        var array = JsonNodeFactory.instance.arrayNode();
        packages.forEach(each -> array.addObject().put("urn", each.urn()));
        return array;
    }
}
