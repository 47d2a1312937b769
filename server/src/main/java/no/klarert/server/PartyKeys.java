package no.klarert.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.klarert.access.PartyKey;
import no.klarert.server.ValidationProblem.Code;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.PersonIdentifier;
import tools.jackson.databind.JsonNode;

/** Which parties a call is about, as bodies and queries name them (access packages and roles §7.1). Every mistake is noted. */
final class PartyKeys {
    static final int MOST_IN_A_BODY = 1_000;
    private static final int MOST_IN_A_QUERY = 100;

    private final ValidationProblem problem = new ValidationProblem();

    /** The one number of {@code {"ssn"}} or {@code {"orgNo"}}; empty, with an entry, for anything else. */
    Optional<PartyKey> number(JsonFields body, String place) {
        var person = body.text("ssn");
        var organization = body.text("orgNo");
        if (person.isPresent() == organization.isPresent()) {
            problem.add(person.isPresent() ? Code.MUTUALLY_EXCLUSIVE : Code.REQUIRED, place + "/ssn", place + "/orgNo");
            return Optional.empty();
        }
        return person.isPresent()
                ? key(person.get(), PartyKeys::byPerson, Code.PERSON_NUMBER, place + "/ssn")
                : organization.flatMap(
                        text -> key(text, PartyKeys::byOrganization, Code.ORGANIZATION_NUMBER, place + "/orgNo"));
    }

    /** The party ids of an array of numbers. */
    List<PartyKey> ids(JsonNode body) {
        return each(body, node -> node.isIntegralNumber() ? node.asString() : "", PartyKeys::byId, Code.PARTY_ID);
    }

    /** The party UUIDs of an array of texts. */
    List<PartyKey> uuids(JsonNode body) {
        return each(body, node -> node.isString() ? node.stringValue() : "", PartyKeys::byUuid, Code.PARTY_UUID);
    }

    private List<PartyKey> each(
            JsonNode body, Function<JsonNode, String> text, Function<String, PartyKey> parse, Code code) {
        List<PartyKey> keys = new ArrayList<>();
        if (body.size() > MOST_IN_A_BODY) {
            problem.add(Code.TOO_MANY, "/");
            return keys;
        }
        for (int i = 0; i < body.size(); i++) {
            key(text.apply(body.get(i)), parse, code, "/" + i).ifPresent(keys::add);
        }
        return keys;
    }

    /** The parties of {@code ids}, {@code uuids} and {@code orgs}: lists with commas, 1 to 100 entries in all. */
    List<PartyKey> query(QueryString query) {
        List<PartyKey> keys = new ArrayList<>();
        int before = addAll(keys, query, "ids", PartyKeys::byId, Code.PARTY_ID)
                + addAll(keys, query, "uuids", PartyKeys::byUuid, Code.PARTY_UUID)
                + addAll(keys, query, "orgs", PartyKeys::byOrganization, Code.ORGANIZATION_NUMBER);
        if (before == 0 || before > MOST_IN_A_QUERY) {
            problem.add(before == 0 ? Code.REQUIRED : Code.TOO_MANY, "$QUERY/ids", "$QUERY/uuids", "$QUERY/orgs");
        }
        return keys;
    }

    /** How many entries there were, sound or not. */
    private int addAll(
            List<PartyKey> keys, QueryString query, String name, Function<String, PartyKey> parse, Code code) {
        var texts = query.ignoringCase(name).filter(text -> !text.isBlank()).map(text -> List.of(text.split(",", -1)));
        texts.orElse(List.of()).stream()
                .limit(MOST_IN_A_QUERY)
                .forEach(
                        text -> key(text.strip(), parse, code, "$QUERY/" + name).ifPresent(keys::add));
        return texts.map(List::size).orElse(0);
    }

    private Optional<PartyKey> key(String text, Function<String, PartyKey> parse, Code code, String place) {
        try {
            return Optional.of(parse.apply(text));
        } catch (InvalidValueException e) {
            problem.add(code, place);
            return Optional.empty();
        }
    }

    void tooMany(String place) {
        problem.add(Code.TOO_MANY, place);
    }

    /** Ends the call if anything was wrong. */
    void check(Call call) {
        problem.refuse(call);
    }

    private static PartyKey byId(String text) {
        return new PartyKey.ById(PartyId.parse(text));
    }

    private static PartyKey byUuid(String text) {
        return new PartyKey.ByUuid(PartyUuid.parse(text));
    }

    private static PartyKey byOrganization(String text) {
        return new PartyKey.ByNumber(new OrgNumber(text));
    }

    private static PartyKey byPerson(String text) {
        return new PartyKey.ByIdentifier(new PersonIdentifier(text));
    }
}
