package no.klarert.pdp;

import java.util.List;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Status;
import no.klarert.storage.Transaction;

/**
 * The last word after a Permit (Altinn PDP §4.8): a resource with access list mode Enabled is for listed organisations only.
 * There are no access lists yet, so nobody is listed.
 */
final class AccessListCheck {
    private final AccessListModes modes;

    AccessListCheck(AccessListModes modes) {
        this.modes = modes;
    }

    /** Whether the Permit stands. */
    boolean isPassed(Transaction transaction, AskedResource resource) {
        if (resource.isApp()
                || resource.id().isEmpty()
                || !modes.isRestricted(transaction, resource.id().get())) {
            return true;
        }
        if (!resource.partyIsStated()) {
            throw Undecidable.badArgument("the resource has access lists and the request no resource party");
        }
        return false;
    }

    static Decision denial() {
        return new Decision(DecisionValue.DENY, Status.OK, List.of(), List.of(), List.of());
    }
}
