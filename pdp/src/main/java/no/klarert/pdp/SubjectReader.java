package no.klarert.pdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.klarert.pdp.PolicyInformationPoint.Holder;
import no.klarert.pdp.PolicyInformationPoint.KnownParty;
import no.klarert.policy.AttributeName;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import no.klarert.vocabulary.SystemUserId;
import no.klarert.vocabulary.UserId;

/**
 * Settles who asks (Altinn PDP §3.1, §4.5, §5.1). Look-ups follow the first subject object, matching uses all; a system user
 * must be the only attribute of all of them. What a caller claims that only look-ups can tell is dropped.
 */
final class SubjectReader {
    private final PolicyInformationPoint information;

    SubjectReader(PolicyInformationPoint information) {
        this.information = information;
    }

    AskingSubject read(Transaction tx, Part part) {
        var groups = part.subjects();
        var all = groups.stream().flatMap(group -> group.attributes().stream()).toList();
        if (groups.isEmpty() || groups.getFirst().attributes().isEmpty()) {
            throw Undecidable.badArgument("the request has no subject");
        }
        if (all.stream().anyMatch(attribute -> attribute.name().id().equals(AttributeIds.SYSTEM_USER))) {
            return systemUser(tx, all);
        }
        var stated = all.stream()
                .filter(attribute -> !AttributeIds.isDerived(attribute.name().id()))
                .toList();
        if (stated.isEmpty()) {
            throw Undecidable.badArgument("the request has no subject that may be stated");
        }
        return partyOrOther(tx, new Identifiers(groups.getFirst()), stated);
    }

    private AskingSubject systemUser(Transaction tx, List<RequestAttribute> attributes) {
        if (attributes.size() > 1) {
            throw Undecidable.badArgument("a system user must be the only subject attribute");
        }
        var sent = attributes.getFirst();
        var id = Values.parse(sent.value(), SystemUserId::parse)
                .orElseThrow(() -> Undecidable.badArgument("the system user is not a UUID"));
        var canonical = new RequestAttribute(
                sent.name(), sent.dataType(), sent.issuer(), sent.includeInResult(), id.toString());
        Optional<Holder> holder =
                information.isActive(tx, id) ? Optional.of(new Holder.OfSystemUser(id)) : Optional.empty();
        return new AskingSubject(
                holder.isPresent(), Optional.empty(), holder, holder, Optional.empty(), List.of(canonical), List.of());
    }

    private AskingSubject partyOrOther(Transaction tx, Identifiers ids, List<RequestAttribute> stated) {
        ids.refuseContradictions();
        List<RequestAttribute> added = new ArrayList<>();
        var user = user(tx, ids, added);
        var organization = organization(tx, ids, added);
        var byUuid = ids.uuid().flatMap(uuid -> information.party(tx, uuid));
        refuseUnlessSame(user, byUuid);
        var byId = ids.partyId().flatMap(id -> information.party(tx, id));
        Optional<Holder> packages = user.map(KnownParty::uuid).or(ids::uuid).map(Holder.OfParty::new);
        var rights = ids.namesUser() ? user : byId.or(() -> organization);
        return new AskingSubject(
                true,
                user,
                packages,
                rights.map(KnownParty::uuid).map(Holder.OfParty::new),
                user.or(() -> byUuid).or(() -> organization),
                stated,
                added);
    }

    /** The person with a user profile: one named by number must have one, an unknown user id merely has nothing. */
    private Optional<KnownParty> user(Transaction tx, Identifiers ids, List<RequestAttribute> added) {
        if (ids.person().isPresent()) {
            var person = Values.parse(ids.person().get(), PersonIdentifier::new)
                    .flatMap(number -> information.party(tx, number))
                    .filter(party -> party.user().isPresent())
                    .orElseThrow(() -> Undecidable.badArgument("the person number has no user profile"));
            person.user().ifPresent(id -> added.add(attribute(AttributeIds.USER, id.toString())));
            return Optional.of(person);
        }
        return ids.user().flatMap(id -> information.party(tx, id));
    }

    private Optional<KnownParty> organization(Transaction tx, Identifiers ids, List<RequestAttribute> added) {
        if (ids.organization().isEmpty()) {
            return Optional.empty();
        }
        var number = ids.organization().get();
        var organization = Values.parse(number, OrgNumber::new)
                .flatMap(parsed -> information.party(tx, parsed))
                .orElseThrow(() -> Undecidable.failedLookUp("the organisation number is not in the register"));
        if (ids.partyId().filter(id -> !id.equals(organization.id())).isPresent()) {
            throw Undecidable.badArgument("the subject is several parties");
        }
        if (ids.partyId().isEmpty()) {
            added.add(attribute(AttributeIds.PARTY_ID, organization.id().toString()));
        }
        if (ids.usesLegacyNumber()) {
            added.add(attribute(AttributeIds.ORGANIZATION, number));
        }
        return Optional.of(organization);
    }

    private static void refuseUnlessSame(Optional<KnownParty> user, Optional<KnownParty> byUuid) {
        if (user.isPresent()
                && byUuid.isPresent()
                && !user.get().id().equals(byUuid.get().id())) {
            throw Undecidable.badArgument("the subject is several parties");
        }
    }

    private static RequestAttribute attribute(String id, String value) {
        return new RequestAttribute(
                new AttributeName(Xacml.CATEGORY_ACCESS_SUBJECT, id),
                Xacml.TYPE_STRING,
                Optional.empty(),
                false,
                value);
    }

    /** The identifiers of a subject that is no system user, each of its form or refused. */
    private static final class Identifiers {
        private final Part.Group group;

        Identifiers(Part.Group group) {
            this.group = group;
        }

        Optional<String> person() {
            return Values.single(group, AttributeIds.PERSON);
        }

        boolean namesUser() {
            return person().isPresent() || !group.values(AttributeIds.USER).isEmpty();
        }

        Optional<UserId> user() {
            return Values.single(group, AttributeIds.USER)
                    .map(text -> Values.parse(text, UserId::parse)
                            .orElseThrow(() -> Undecidable.failedLookUp("the user id is not a number")));
        }

        Optional<PartyId> partyId() {
            return parsed(AttributeIds.PARTY_ID, PartyId::parse);
        }

        Optional<PartyUuid> uuid() {
            return parsed(AttributeIds.PARTY_UUID, PartyUuid::parse);
        }

        Optional<String> organization() {
            return Values.single(group, AttributeIds.ORGANIZATION)
                    .or(() -> Values.single(group, AttributeIds.LEGACY_ORGANIZATION));
        }

        boolean usesLegacyNumber() {
            return group.values(AttributeIds.ORGANIZATION).isEmpty();
        }

        void refuseContradictions() {
            if (person().isPresent() && user().isPresent()) {
                throw Undecidable.badArgument("the subject has both a person number and a user id");
            }
            if (organization().isPresent() && namesUser()) {
                throw Undecidable.badArgument("the subject is both an organisation and a person");
            }
        }

        private <T> Optional<T> parsed(String attributeId, Function<String, T> reader) {
            return Values.single(group, attributeId)
                    .map(text -> Values.parse(text, reader)
                            .orElseThrow(() -> Undecidable.badArgument("`" + attributeId + "` is malformed")));
        }
    }
}
