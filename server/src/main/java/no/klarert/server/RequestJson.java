package no.klarert.server;

import java.util.Optional;
import no.klarert.systemuser.RequestDraft;
import no.klarert.systemuser.RequestForDecision;
import no.klarert.systemuser.RequestView;
import no.klarert.vocabulary.ExternalRef;
import tools.jackson.databind.node.ObjectNode;

/** Requests for system users in bodies (system user API §6.1 and §6.8). */
final class RequestJson {
    private static final int LONGEST_TITLE = 255;

    private RequestJson() {}

    /** What a vendor asks for; faults of its shape are noted in {@code body}. Empty texts count as absent. */
    static RequestDraft read(JsonFields body) {
        return new RequestDraft(
                body.requiredText("systemId").strip(),
                body.requiredText("partyOrgNo").strip(),
                body.value("externalRef", RequestJson::externalRef).flatMap(reference -> reference),
                body.text("integrationTitle", LONGEST_TITLE).map(String::strip).filter(title -> !title.isEmpty()),
                RightsJson.read(body, "rights"),
                RightsJson.readPackages(body, "accessPackages"),
                body.text("redirectUrl").map(String::strip).filter(url -> !url.isEmpty()));
    }

    private static Optional<ExternalRef> externalRef(String text) {
        return Optional.of(text.strip())
                .filter(reference -> !reference.isEmpty())
                .map(ExternalRef::new);
    }

    /** A request in lists and portal reads by party. */
    static ObjectNode write(RequestView view) {
        var request = view.request();
        var node = Json.object();
        node.put("id", request.id().toString());
        node.put("integrationTitle", request.integrationTitle());
        node.put("externalRef", request.key().externalRef().value());
        node.put("systemId", request.key().system().value());
        node.put("partyOrgNo", request.key().customer().value());
        node.set("rights", RightsJson.write(request.rights()));
        node.set("accessPackages", RightsJson.writePackages(request.accessPackages()));
        node.put("status", request.status().wireName());
        request.redirectUrl().ifPresent(url -> node.put("redirectUrl", url));
        node.put("escalated", false);
        node.put("created", request.created().toString());
        node.put("timedOut", view.timedOut());
        return node;
    }

    /** A request as its vendor reads it. */
    static ObjectNode writeWithConfirmUrl(RequestView view) {
        return write(view).put("confirmUrl", view.confirmUrl().toString());
    }

    /** A request as the customer's people read it by its id. */
    static ObjectNode write(RequestForDecision reading) {
        var request = reading.view().request();
        var node = Json.object();
        node.put("id", request.id().toString());
        node.put("externalRef", request.key().externalRef().value());
        node.put("systemId", request.key().system().value());
        node.put("partyOrgNo", request.key().customer().value());
        node.put("partyId", reading.customer().id().value());
        node.put("partyUuid", reading.customer().uuid().toString());
        node.set("rights", RightsJson.write(request.rights()));
        node.set("accessPackages", RightsJson.writePackages(request.accessPackages()));
        node.put("status", request.status().wireName());
        request.redirectUrl().ifPresent(url -> node.put("redirectUrl", url));
        node.put("escalated", false);
        node.put("userMayEscalateButNotApprove", !mayDecide(reading.standing()));
        node.put("created", request.created().toString());
        return node;
    }

    private static boolean mayDecide(RequestForDecision.Standing standing) {
        return switch (standing) {
            case RequestForDecision.Standing.MayDecide mayDecide -> true;
            case RequestForDecision.Standing.LevelTooLow tooLow -> false;
            case RequestForDecision.Standing.MayOnlySee maySee -> false;
        };
    }
}
