package no.klarert.pdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.klarert.pdp.PolicyInformationPoint.KnownParty;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;

/**
 * Settles who the resource party is (Altinn PDP §4.3): by party id, organisation number, person number or UUID. If several are
 * stated they must mean the same party: otherwise roles would be those of one and packages those of another.
 */
final class PartyReader {
    private final PolicyInformationPoint information;

    PartyReader(PolicyInformationPoint information) {
        this.information = information;
    }

    /**
     * The resource party.
     *
     * @param added the party id, if the request does not state it
     */
    record ResourceParty(boolean isStated, Optional<KnownParty> party, Optional<PartyId> added) {}

    ResourceParty read(Transaction tx, Part.Group group) {
        List<Supplier<Optional<KnownParty>>> statements = new ArrayList<>();
        var id = Values.single(group, AttributeIds.PARTY_ID);
        id.ifPresent(text -> statements.add(() -> byId(tx, text)));
        Values.single(group, AttributeIds.ORGANIZATION).ifPresent(text -> statements.add(() -> byNumber(tx, text)));
        Values.single(group, AttributeIds.LEGACY_ORGANIZATION)
                .ifPresent(text -> statements.add(() -> byNumber(tx, text)));
        Values.single(group, AttributeIds.PERSON).ifPresent(text -> statements.add(() -> byPerson(tx, text)));
        var uuid = Values.single(group, AttributeIds.PARTY_UUID);
        uuid.ifPresent(text -> statements.add(() -> byUuid(tx, text)));
        if (statements.isEmpty()) {
            return new ResourceParty(false, Optional.empty(), Optional.empty());
        }
        var party = statements.getFirst().get();
        if (statements.stream().skip(1).anyMatch(other -> !isSame(party, other.get()))) {
            throw Undecidable.badArgument("the request is about several parties");
        }
        return new ResourceParty(true, party, id.isPresent() ? Optional.empty() : party.map(KnownParty::id));
    }

    private static boolean isSame(Optional<KnownParty> one, Optional<KnownParty> other) {
        return one.map(KnownParty::id).equals(other.map(KnownParty::id));
    }

    private Optional<KnownParty> byId(Transaction tx, String text) {
        return Values.parse(text, PartyId::parse).flatMap(value -> information.party(tx, value));
    }

    private Optional<KnownParty> byUuid(Transaction tx, String text) {
        return Values.parse(text, PartyUuid::parse).flatMap(value -> information.party(tx, value));
    }

    private Optional<KnownParty> byNumber(Transaction tx, String text) {
        return Optional.of(Values.parse(text, OrgNumber::new)
                .flatMap(value -> information.party(tx, value))
                .orElseThrow(() -> Undecidable.failedLookUp("the organisation number is not in the register")));
    }

    private Optional<KnownParty> byPerson(Transaction tx, String text) {
        return Optional.of(Values.parse(text, PersonIdentifier::new)
                .flatMap(value -> information.party(tx, value))
                .orElseThrow(() -> Undecidable.failedLookUp("the person number is not in the register")));
    }
}
