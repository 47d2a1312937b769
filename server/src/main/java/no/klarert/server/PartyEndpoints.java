package no.klarert.server;

import static no.klarert.server.PlatformScope.PARTY_LOOKUP;
import static no.klarert.server.PlatformScope.PORTAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.klarert.access.Party;
import no.klarert.access.PartyKey;
import no.klarert.access.PartyLookup;
import no.klarert.issuer.VerifiedAccessToken;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Look-ups of parties (access packages and roles §7.1). Organisations need the look-up scope; people see themselves and the
 * parties they may act for.
 */
final class PartyEndpoints {
    private static final int LARGEST_BODY = 128 * 1024;

    private final PartyLookup parties;
    private final Callers callers;

    PartyEndpoints(PartyLookup parties, Callers callers) {
        this.parties = parties;
        this.callers = callers;
    }

    Answer byId(Call call) {
        var token = callers.holder(call, PARTY_LOOKUP, PORTAL);
        return show(call, token, new PartyKey.ById(id(call)));
    }

    Answer byUuid(Call call) {
        var token = callers.holder(call, PARTY_LOOKUP, PORTAL);
        return show(call, token, new PartyKey.ByUuid(new PartyUuid(ShapeProblems.uuid(call, "uuid"))));
    }

    /** Only whole numbers are parties: for anything else there is nothing at that address. */
    private static PartyId id(Call call) {
        try {
            return PartyId.parse(call.parameter("partyId"));
        } catch (InvalidValueException e) {
            throw call.refuse(Problem.ofStatus(404));
        }
    }

    private Answer show(Call call, VerifiedAccessToken token, PartyKey key) {
        return switch (token) {
            case VerifiedAccessToken.OfPerson person ->
                parties.findFor(person.person().uuid(), key)
                        .map(party -> Answer.json(200, PartyJson.write(party)))
                        .orElseGet(PartyEndpoints::notForThisPerson);
            case VerifiedAccessToken.OfOrganization organization -> {
                callers.organization(call, PARTY_LOOKUP);
                yield parties.find(key)
                        .map(party -> Answer.json(200, PartyJson.write(party)))
                        .orElseGet(() -> RegisterProblem.NO_PARTY.answer(call));
            }
        };
    }

    /** The same whether there is such a party or not, so that nobody learns which there are. */
    private static Answer notForThisPerson() {
        return Answer.empty(401).with("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
    }

    Answer lookup(Call call) {
        callers.organization(call, PARTY_LOOKUP);
        var keys = new PartyKeys();
        var key = ShapeProblems.body(call, LARGEST_BODY, body -> keys.number(body, ""));
        keys.check(call);
        return key.flatMap(parties::find)
                .map(party -> Answer.json(200, PartyJson.write(party)))
                .orElseGet(() -> RegisterProblem.NO_PARTY.answer(call));
    }

    Answer names(Call call) {
        callers.organization(call, PARTY_LOOKUP);
        if (call.query()
                .ignoringCase("partyComponentOption")
                .filter(text -> !text.isEmpty())
                .isPresent()) {
            throw call.refuse(ShapeProblems.of("partyComponentOption", "parts of names are not known here"));
        }
        var wanted = ShapeProblems.body(
                call, LARGEST_BODY, body -> body.objects("parties").orElse(List.of()));
        var keys = new PartyKeys();
        var numbers = numbers(keys, wanted);
        keys.check(call);
        var body = Json.object();
        var names = body.putArray("partyNames");
        var found = parties.findEach(numbers);
        for (int i = 0; i < numbers.size(); i++) {
            names.add(name(wanted.get(i), found.get(i)));
        }
        return Answer.json(200, body);
    }

    private static List<PartyKey> numbers(PartyKeys keys, List<JsonFields> wanted) {
        List<PartyKey> numbers = new ArrayList<>();
        if (wanted.size() > PartyKeys.MOST_IN_A_BODY) {
            keys.tooMany("/parties");
            return numbers;
        }
        for (int i = 0; i < wanted.size(); i++) {
            keys.number(wanted.get(i), "/parties/" + i).ifPresent(numbers::add);
        }
        return numbers;
    }

    private static ObjectNode name(JsonFields wanted, Optional<Party> found) {
        var node = Json.object();
        node.put("ssn", wanted.text("ssn").orElse(null));
        node.put("orgNo", wanted.text("orgNo").orElse(null));
        node.put("name", found.map(Party::name).orElse(null));
        return node.putNull("personName");
    }

    Answer listByIds(Call call) {
        callers.organization(call, PARTY_LOOKUP);
        var keys = new PartyKeys();
        var list = list(call, keys, keys.ids(array(call)));
        return list.isEmpty() ? RegisterProblem.NO_PARTY.answer(call) : Answer.json(200, list);
    }

    Answer listByUuids(Call call) {
        callers.organization(call, PARTY_LOOKUP);
        var keys = new PartyKeys();
        return Answer.json(200, list(call, keys, keys.uuids(array(call))));
    }

    private static JsonNode array(Call call) {
        var body = ShapeProblems.json(call, LARGEST_BODY);
        if (!body.isArray()) {
            throw call.refuse(ShapeProblems.of(List.of(new FieldError("", "expected an array"))));
        }
        return body;
    }

    private JsonNode list(Call call, PartyKeys keys, List<PartyKey> wanted) {
        boolean withSubUnits = Parameters.flag(call, "fetchSubUnits", false);
        keys.check(call);
        if (!withSubUnits) {
            return PartyJson.list(parties.findAll(wanted));
        }
        var array = JsonNodeFactory.instance.arrayNode();
        parties.findAllWithSubUnits(wanted).forEach(each -> array.add(PartyJson.write(each.party(), each.subUnits())));
        return array;
    }

    Answer identifiers(Call call) {
        callers.organization(call, PARTY_LOOKUP);
        var keys = new PartyKeys();
        var wanted = keys.query(call.query());
        keys.check(call);
        var array = JsonNodeFactory.instance.arrayNode();
        for (var party : parties.findAll(wanted)) {
            var node = array.addObject();
            node.put("partyId", party.id().value());
            node.put("partyUuid", party.uuid().toString());
            if (party instanceof Party.Organization organization) {
                node.put("orgNumber", organization.number().value());
            }
        }
        return Answer.json(200, array);
    }

    Answer organization(Call call) {
        callers.organization(call, PARTY_LOOKUP);
        var number = call.parameter("orgNr");
        var found = OrgNumber.isWellFormed(number)
                ? parties.find(new PartyKey.ByNumber(new OrgNumber(number)))
                : Optional.<Party>empty();
        return found.filter(Party.Organization.class::isInstance)
                .map(party -> Answer.json(200, PartyJson.organization((Party.Organization) party)))
                .orElseGet(() -> RegisterProblem.NO_ORGANIZATION.answer(call));
    }
}
