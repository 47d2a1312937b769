package no.klarert.pdp;

import java.util.List;
import java.util.Optional;
import no.klarert.pdp.PolicyInformationPoint.Holder;
import no.klarert.pdp.PolicyInformationPoint.KnownParty;
import no.klarert.policy.RequestAttribute;

/**
 * Who asks, resolved: for each kind of look-up, whose holdings count (Altinn PDP §4.5–4.7).
 *
 * @param mayBePermitted false for a system user that does not exist or is deleted
 * @param user the person whose roles count; only a user profile has roles
 * @param packageHolder whose packages count; an organisation named by number has none
 * @param rightsHolder whose delegated rights count; a party named by UUID has none
 * @param party the person or organisation itself, for rules about its kind
 * @param stated the subject attributes of the request that count, in canonical form
 * @param added what policies may look at and the request does not say
 */
record AskingSubject(
        boolean mayBePermitted,
        Optional<KnownParty> user,
        Optional<Holder> packageHolder,
        Optional<Holder> rightsHolder,
        Optional<KnownParty> party,
        List<RequestAttribute> stated,
        List<RequestAttribute> added) {
    AskingSubject {
        stated = List.copyOf(stated);
        added = List.copyOf(added);
    }
}
