package no.klarert.access;

import java.util.List;
import java.util.Optional;
import no.klarert.access.ApiDelegationOutcome.Reason;
import no.klarert.access.DelegationCheck.ResourceAnswer;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ResourceId;

/** Whether a person may delegate an API scheme for an organisation: who holds a right to it that can be passed on. */
public final class ApiSchemeCheck {
    private final PartyStore parties;
    private final DelegationCheck check;
    private final ApiSchemes schemes;

    /** @param check of resources that are API schemes; of any other it says {@link ReasonCode#UNKNOWN} */
    public ApiSchemeCheck(PartyStore parties, DelegationCheck check, ApiSchemes schemes) {
        this.parties = parties;
        this.check = check;
        this.schemes = schemes;
    }

    /** The rights to the scheme. A user without a party has none. */
    ResourceAnswer rights(Transaction transaction, Delegator by, Party.Organization party, ResourceId scheme) {
        return parties.byUser(transaction, by.user())
                .map(person -> check.check(transaction, person.uuid(), party.uuid(), List.of(scheme), List.of()))
                .map(answer -> answer.resources().getFirst())
                .orElseGet(() -> new ResourceAnswer(scheme, Optional.empty(), List.of()));
    }

    static boolean isUnknown(ResourceAnswer answer) {
        return answer.obstacle().filter(ReasonCode.UNKNOWN::equals).isPresent();
    }

    /** Why the scheme cannot be delegated by whom {@code rights} are about. */
    Optional<Reason> refusal(Transaction transaction, Delegator by, ResourceAnswer rights) {
        if (rights.obstacle().isPresent()) {
            return Optional.of(isUnknown(rights) ? Reason.NO_SUCH_SCHEME : Reason.NOT_DELEGABLE);
        }
        if (!rights.isDelegable()) {
            return Optional.of(Reason.NO_RIGHT);
        }
        return by.level().satisfies(schemes.requiredLevel(transaction, rights.resource()))
                ? Optional.empty()
                : Optional.of(Reason.LEVEL_TOO_LOW);
    }
}
