package no.klarert.sdk;

import no.klarert.sdk.AuthorizationOutcome.Denied;
import no.klarert.sdk.AuthorizationOutcome.Granted;
import no.klarert.sdk.AuthorizationOutcome.Reason;
import no.klarert.sdk.AuthorizationOutcome.Undecided;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ResourceId;

/**
 * Enforces access for system users (the PEP of an API): asks the decision point, and sees to the obligations of a permit
 * (authorization PDP, calling the service correctly). A minimum authentication level is compared with the token's; an obligation
 * that is not understood is no access.
 *
 * <pre>{@code
 * var outcome = authorizer.authorize(token, new ActionName("read"), resource, party);
 * if (outcome instanceof AuthorizationOutcome.Granted) { ... }
 * }</pre>
 */
public final class Authorizer {
    private final PdpClient pdp;

    /** An authorizer that asks {@code pdp}. */
    public Authorizer(PdpClient pdp) {
        this.pdp = pdp;
    }

    /**
     * Whether the system user of {@code token} may do {@code action} on {@code resource} for {@code party}.
     *
     * @param party whose data is asked for, from the API request; an agent's system user serves many
     */
    public AuthorizationOutcome authorize(
            VerifiedToken token, ActionName action, ResourceId resource, OrgNumber party) {
        return token.systemUser()
                .map(systemUser -> enforced(token, systemUser, pdp.decide(systemUser.id(), action, resource, party)))
                .orElseGet(() -> new Denied(Reason.NO_SYSTEM_USER, "the token was not issued for a system user"));
    }

    private static AuthorizationOutcome enforced(VerifiedToken token, SystemUser systemUser, Decision decision) {
        if (decision instanceof Decision.Permit permit) {
            return new Obligations(permit.obligations())
                    .unmetBy(token)
                    .<AuthorizationOutcome>map(denied -> denied)
                    .orElseGet(() -> new Granted(systemUser));
        }
        if (decision instanceof Decision.Refused refused) {
            return new Denied(Reason.NOT_PERMITTED, refused.kind() + " (" + refused.status() + ")");
        }
        var unavailable = (Decision.Unavailable) decision;
        return new Undecided(unavailable.problem() + ": " + unavailable.detail());
    }
}
