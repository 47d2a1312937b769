package no.klarert.pdp;

import java.util.List;
import java.util.Optional;
import no.klarert.pdp.PolicyInformationPoint.KnownParty;
import no.klarert.policy.RequestAttribute;
import no.klarert.vocabulary.ResourceId;

/**
 * What is asked about, resolved.
 *
 * @param id empty if the request names no resource that can exist
 * @param isApp whether it is an Altinn Studio app, in either spelling
 * @param partyIsStated whether the request names a resource party, known or not
 * @param party the resource party: whose data it is; empty if not stated or not in the register
 * @param added what policies may look at and the request does not say
 */
record AskedResource(
        Optional<ResourceId> id,
        boolean isApp,
        boolean partyIsStated,
        boolean hasInstance,
        Optional<KnownParty> party,
        List<RequestAttribute> added) {
    AskedResource {
        added = List.copyOf(added);
    }
}
