package no.klarert.pdp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.klarert.pdp.PolicyInformationPoint.KnownParty;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.SystemUserId;
import no.klarert.vocabulary.UserId;

/**
 * What the log keeps of a part. Text from the caller is kept only where it has the form of the identifier it should be, and
 * person numbers never: whatever looks like one is left out.
 *
 * @param subject identifying attribute and value
 * @param party the resource party's UUID, once known
 */
record Facts(String subject, String action, String resource, String party) {
    static final Facts NONE = new Facts("", "", "", "");
    private static final int MOST_ACTIONS = 5;
    private static final Pattern PLAIN_URN = Pattern.compile("urn:[a-z:-]{1,100}");
    private static final Pattern ORG_CODE = Pattern.compile("[a-zA-Z]{1,20}");

    static Facts of(Part part) {
        return new Facts(subject(part), action(part), resource(part), "");
    }

    Facts withParty(Optional<KnownParty> known) {
        var uuid = known.map(party -> party.uuid().toString()).orElse("");
        return new Facts(subject, action, resource, uuid);
    }

    /** Names a person by UUID where the request did so by number. */
    Facts withSubject(Optional<KnownParty> person) {
        return person.filter(found -> subject.equals(AttributeIds.PERSON))
                .map(found -> new Facts(AttributeIds.PARTY_UUID + ":" + found.uuid(), action, resource, party))
                .orElse(this);
    }

    private static String subject(Part part) {
        var groups = part.subjects();
        if (groups.isEmpty() || groups.getFirst().attributes().isEmpty()) {
            return "";
        }
        var group = groups.getFirst();
        if (!group.values(AttributeIds.PERSON).isEmpty()) {
            return AttributeIds.PERSON;
        }
        for (var id : List.of(
                AttributeIds.SYSTEM_USER,
                AttributeIds.USER,
                AttributeIds.PARTY_ID,
                AttributeIds.PARTY_UUID,
                AttributeIds.ORGANIZATION,
                AttributeIds.ORG)) {
            var value = group.values(id).stream().findFirst();
            if (value.isPresent()) {
                return isOfItsForm(id, value.get()) ? id + ":" + value.get() : id;
            }
        }
        var first = group.attributes().getFirst().name().id();
        return PLAIN_URN.matcher(first).matches() ? first : "";
    }

    private static boolean isOfItsForm(String id, String value) {
        return switch (id) {
            case AttributeIds.SYSTEM_USER ->
                Values.parse(value, SystemUserId::parse).isPresent();
            case AttributeIds.PARTY_UUID ->
                Values.parse(value, PartyUuid::parse).isPresent();
            case AttributeIds.USER -> Values.parse(value, UserId::parse).isPresent();
            case AttributeIds.PARTY_ID -> Values.parse(value, PartyId::parse).isPresent();
            case AttributeIds.ORGANIZATION -> OrgNumber.isWellFormed(value);
            default -> ORG_CODE.matcher(value).matches();
        };
    }

    private static String action(Part part) {
        return part.actions().stream()
                .filter(action -> ActionName.isWellFormed(action) && !PersonIdentifier.isWellFormed(action))
                .limit(MOST_ACTIONS)
                .collect(Collectors.joining(" "));
    }

    private static String resource(Part part) {
        return part.resources().stream()
                .flatMap(group -> group.values(AttributeIds.RESOURCE).stream())
                .filter(id -> ResourceId.isWellFormed(id) && !PersonIdentifier.isWellFormed(id))
                .findFirst()
                .orElse("");
    }
}
