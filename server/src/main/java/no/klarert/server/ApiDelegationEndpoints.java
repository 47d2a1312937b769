package no.klarert.server;

import java.util.List;
import no.klarert.access.ApiDelegation;
import no.klarert.access.ApiDelegationOutcome;
import no.klarert.access.ApiDelegations;
import no.klarert.access.Delegator;
import no.klarert.access.PartyKey;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;

/**
 * API delegation for people who log in: given by the party in the path, or received by it (Maskinporten §8.2). The party is an id,
 * or {@code organization} with the number in a header.
 */
final class ApiDelegationEndpoints {
    static final String NUMBER_HEADER = "Altinn-Party-OrganizationNumber";
    private static final int LARGEST_BODY = 64 * 1024;

    private final ApiDelegations delegations;
    private final Callers callers;

    ApiDelegationEndpoints(ApiDelegations delegations, Callers callers) {
        this.delegations = delegations;
        this.callers = callers;
    }

    Answer check(Call call) {
        var person = person(call);
        var party = party(call);
        var scheme = ShapeProblems.body(call, LARGEST_BODY, ApiDelegationJson::readScheme)
                .orElseThrow();
        var outcome = delegations.check(person, party, scheme);
        return answer(call, outcome, rights -> Answer.json(200, ApiDelegationJson.writeCheck(rights)));
    }

    Answer give(Call call) {
        var person = person(call);
        var party = party(call);
        var body = body(call, "to");
        var outcome = delegations.give(person, party, body.other(), body.scheme());
        return answer(call, outcome, given -> Answer.json(201, ApiDelegationJson.write(given)));
    }

    Answer offered(Call call) {
        var outcome = delegations.offered(person(call), party(call));
        return answer(call, outcome, ApiDelegationEndpoints::list);
    }

    Answer received(Call call) {
        var outcome = delegations.received(person(call), party(call));
        return answer(call, outcome, ApiDelegationEndpoints::list);
    }

    private static Answer list(List<ApiDelegation> delegations) {
        return Answer.json(200, ApiDelegationJson.write(delegations));
    }

    /** What is not given counts as taken back. */
    Answer takeBack(Call call) {
        var person = person(call);
        var party = party(call);
        var body = body(call, "to");
        var outcome = delegations.takeBack(person, party, body.other(), body.scheme());
        return answer(call, outcome, taken -> Answer.empty(204));
    }

    /** What is not received counts as given up. */
    Answer giveUp(Call call) {
        var person = person(call);
        var party = party(call);
        var body = body(call, "from");
        var outcome = delegations.giveUp(person, party, body.other(), body.scheme());
        return answer(call, outcome, taken -> Answer.empty(204));
    }

    private Delegator person(Call call) {
        var token = callers.anyPerson(call);
        return new Delegator(token.person().user(), token.level());
    }

    private static ApiDelegationJson.Wish body(Call call, String other) {
        return ShapeProblems.body(call, LARGEST_BODY, body -> ApiDelegationJson.read(body, other))
                .orElseThrow();
    }

    private static PartyKey party(Call call) {
        return switch (call.parameter("party")) {
            case "organization" -> new PartyKey.ByNumber(numberInHeader(call));
            case "person" ->
                throw call.refuse(ShapeProblems.of("party", "APIs are delegated between organisations, not people"));
            default -> new PartyKey.ById(id(call));
        };
    }

    private static OrgNumber numberInHeader(Call call) {
        var number = call.header(NUMBER_HEADER)
                .orElseThrow(() -> call.refuse(
                        ShapeProblems.of("party", "`organization` needs the number in header " + NUMBER_HEADER)));
        return ShapeProblems.value(call, NUMBER_HEADER, number.strip(), OrgNumber::new);
    }

    private static PartyId id(Call call) {
        try {
            return PartyId.parse(call.parameter("party"));
        } catch (InvalidValueException e) {
            throw call.refuse(Problem.ofStatus(404));
        }
    }

    private static <T> Answer answer(
            Call call, ApiDelegationOutcome<T> outcome, java.util.function.Function<T, Answer> done) {
        return switch (outcome) {
            case ApiDelegationOutcome.Done<T>(var value) -> done.apply(value);
            case ApiDelegationOutcome.NotAllowed<T>() -> Answer.empty(403);
            case ApiDelegationOutcome.Refused<T>(var reason) -> problem(reason).answer(call.trace());
        };
    }

    private static Problem problem(ApiDelegationOutcome.Reason reason) {
        return switch (reason) {
            case NO_SUCH_SCHEME ->
                ofScheme("there is no such resource of type MaskinportenSchema in the resource registry");
            case NOT_DELEGABLE -> ofScheme("the resource is not available for delegation");
            case NO_RIGHT -> ofScheme("the authenticated user has no right to the resource that can be delegated");
            case LEVEL_TOO_LOW ->
                ofScheme("the authenticated user has not logged in as surely as the resource requires");
            case NO_SUCH_ORGANIZATION ->
                ShapeProblems.of("party", "the other party is not an organisation in the register");
            case TO_ITSELF -> ShapeProblems.of("to", "an organisation does not delegate to itself");
        };
    }

    private static Problem ofScheme(String message) {
        return ShapeProblems.of("rights.0.resource", message);
    }
}
