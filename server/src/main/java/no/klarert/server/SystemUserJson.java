package no.klarert.server;

import java.util.Collection;
import java.util.List;
import no.klarert.systemuser.Right;
import no.klarert.systemuser.SystemUserDetail;
import no.klarert.systemuser.SystemUserView;
import no.klarert.vocabulary.AccessPackage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** System users in bodies; member names as the public service spells them (system user API §8.1). */
final class SystemUserJson {
    private SystemUserJson() {}

    /** What the issuer and vendors see. */
    static ObjectNode externalView(SystemUserView view, String productName) {
        var user = view.systemUser();
        var node = Json.object();
        node.put("id", user.id().toString());
        node.put("integrationTitle", user.integrationTitle());
        node.put("systemId", user.key().system().value());
        node.put("productName", productName);
        node.put("reporteeOrgNo", user.key().customer().value());
        node.put("created", user.created().toString());
        node.put("isDeleted", false);
        node.put("supplierName", "");
        node.put("supplierOrgno", view.system().vendor().value());
        node.put("externalRef", user.key().externalRef().value());
        node.put("userType", "standard");
        return node;
    }

    /** What the owner's people see in lists. */
    static ObjectNode internalView(SystemUserView view) {
        return internalView(view, view.systemUser().accessPackages());
    }

    private static ObjectNode internalView(SystemUserView view, Collection<AccessPackage> packages) {
        var node = externalView(view, "");
        node.put("systemInternalId", view.system().internalId().toString());
        node.put("partyId", view.systemUser().owner().toString());
        node.put("partyUuId", "");
        node.set("accessPackages", RightsJson.writePackages(packages));
        return node;
    }

    static ArrayNode list(List<SystemUserView> views) {
        var array = JsonNodeFactory.instance.arrayNode();
        views.forEach(view -> array.add(internalView(view)));
        return array;
    }

    /** One system user with what it holds now. */
    static ObjectNode detail(SystemUserDetail detail) {
        var node = internalView(detail.view(), detail.holdings().accessPackages());
        var rights = detail.holdings().resources().stream()
                .map(resource -> new Right(java.util.Optional.empty(), resource))
                .toList();
        node.set("rights", RightsJson.write(rights));
        return node;
    }
}
