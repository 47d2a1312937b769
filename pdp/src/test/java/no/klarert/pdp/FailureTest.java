package no.klarert.pdp;

import static no.klarert.pdp.PolicyXml.permit;
import static no.klarert.pdp.PolicyXml.policy;
import static no.klarert.pdp.Queries.action;
import static no.klarert.pdp.Queries.entry;
import static no.klarert.pdp.Queries.query;
import static no.klarert.pdp.World.BAKERY;
import static no.klarert.pdp.World.BAKERY_NUMBER;
import static no.klarert.pdp.World.MANAGER;
import static no.klarert.pdp.World.MANAGER_NUMBER;
import static no.klarert.pdp.World.OTHER;
import static no.klarert.pdp.World.OTHER_NUMBER;
import static no.klarert.pdp.World.SYSTEM;
import static no.klarert.pdp.World.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.pdp.DecisionQuery.Attribute;
import no.klarert.pdp.DecisionQuery.Entry;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every failure of Altinn PDP §4.9, external column, and beside it what must not fail. */
class FailureTest {
    private static final String CLAIMS = "ske-krav";
    private static final String SUFFICIENT = BAKERY_NUMBER.value();
    private static final Entry ORG = entry(AttributeIds.ORG, "skd");
    private static final Entry RESOURCE = claims(AttributeIds.ORGANIZATION, SUFFICIENT);

    private final World world = new World().withPolicy(CLAIMS, policy(permit(AttributeIds.ORG, "skd", CLAIMS, "read")));

    private static Entry claims(String... more) {
        return entry(Stream.concat(Stream.of(AttributeIds.RESOURCE, CLAIMS), Stream.of(more))
                .toArray(String[]::new));
    }

    private static Entry of(Attribute attribute) {
        return new Entry(Optional.empty(), Optional.empty(), List.of(attribute));
    }

    private static Attribute attribute(String id, String value, String dataType) {
        return new Attribute(Optional.of(id), Optional.of(value), Optional.of(dataType), false);
    }

    private Decision ask(Entry subject, Entry resource) {
        var decisions =
                world.decisionPoint().decide(new Asker("974761076", "t"), query(subject, action("read"), resource));
        assertThat(decisions).hasSize(1);
        assertThat(world.logged).hasSize(1);
        return decisions.getFirst();
    }

    static Stream<Arguments> processing() {
        var noId = new Attribute(Optional.empty(), Optional.of("x"), Optional.empty(), false);
        var noValue = new Attribute(Optional.of(AttributeIds.ORG), Optional.empty(), Optional.empty(), false);
        return Stream.of(
                Arguments.of("no subject attributes", entry(), RESOURCE),
                Arguments.of("no resource attributes", ORG, entry()),
                Arguments.of("unknown resource", ORG, entry(AttributeIds.RESOURCE, "ske-kravv")),
                Arguments.of("impossible resource id", ORG, entry(AttributeIds.RESOURCE, "SKE KRAV")),
                Arguments.of("org without app", ORG, entry(AttributeIds.ORG, "skd")),
                Arguments.of("only a party", ORG, entry(AttributeIds.ORGANIZATION, SUFFICIENT)),
                Arguments.of("two resources", ORG, claims(AttributeIds.RESOURCE, "ske-annet")),
                Arguments.of("resource and app differ", ORG, claims(AttributeIds.ORG, "skd", AttributeIds.APP, "krav")),
                Arguments.of("attribute without id", of(noId), RESOURCE),
                Arguments.of("attribute without value", of(noValue), RESOURCE),
                Arguments.of("data type", of(attribute(AttributeIds.ORG, "skd", "boolean")), RESOURCE),
                Arguments.of("short integer", of(attribute(AttributeIds.ORG, "skd", "integer")), RESOURCE),
                Arguments.of("system user no uuid", entry(AttributeIds.SYSTEM_USER, "x"), RESOURCE),
                Arguments.of(
                        "system user and more",
                        entry(AttributeIds.SYSTEM_USER, SYSTEM.toString(), AttributeIds.ORG, "skd"),
                        RESOURCE),
                Arguments.of(
                        "two system users",
                        entry(
                                AttributeIds.SYSTEM_USER,
                                SYSTEM.toString(),
                                AttributeIds.SYSTEM_USER,
                                "00000000-0000-0000-0000-000000000001"),
                        RESOURCE),
                Arguments.of(
                        "person and user",
                        entry(AttributeIds.PERSON, MANAGER_NUMBER.reveal(), AttributeIds.USER, USER.toString()),
                        RESOURCE),
                Arguments.of(
                        "organisation and person",
                        entry(AttributeIds.PERSON, MANAGER_NUMBER.reveal(), AttributeIds.ORGANIZATION, SUFFICIENT),
                        RESOURCE),
                Arguments.of(
                        "organisation and user",
                        entry(AttributeIds.USER, USER.toString(), AttributeIds.ORGANIZATION, SUFFICIENT),
                        RESOURCE),
                Arguments.of(
                        "unknown person", entry(AttributeIds.PERSON, World.UNREGISTERED_NUMBER.reveal()), RESOURCE),
                Arguments.of("impossible person", entry(AttributeIds.PERSON, "12345678901"), RESOURCE),
                Arguments.of("subject party no uuid", entry(AttributeIds.PARTY_UUID, "xyz"), RESOURCE),
                Arguments.of(
                        "subject is two parties",
                        entry(
                                AttributeIds.USER,
                                USER.toString(),
                                AttributeIds.PARTY_UUID,
                                OTHER.uuid().toString()),
                        RESOURCE),
                Arguments.of(
                        "party id and uuid differ",
                        ORG,
                        claims(
                                AttributeIds.PARTY_ID,
                                BAKERY.id().toString(),
                                AttributeIds.PARTY_UUID,
                                OTHER.uuid().toString())),
                Arguments.of(
                        "party id and number differ",
                        ORG,
                        claims(
                                AttributeIds.PARTY_ID,
                                BAKERY.id().toString(),
                                AttributeIds.ORGANIZATION,
                                OTHER_NUMBER.value())),
                Arguments.of(
                        "two party ids",
                        ORG,
                        claims(
                                AttributeIds.PARTY_ID,
                                BAKERY.id().toString(),
                                AttributeIds.PARTY_ID,
                                OTHER.id().toString())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processing")
    void a_bad_argument_is_a_processing_error(String what, Entry subject, Entry resource) {
        var decision = ask(subject, resource);
        assertThat(decision.value()).as(what).isEqualTo(DecisionValue.INDETERMINATE);
        assertThat(decision.status().code()).isEqualTo(Xacml.STATUS_PROCESSING_ERROR);
        assertThat(world.logged.getFirst().decidedBy()).isEqualTo("failure");
    }

    static Stream<Arguments> syntax() {
        return Stream.of(
                Arguments.of("unknown organisation", ORG, claims(AttributeIds.ORGANIZATION, "889640782")),
                Arguments.of("impossible organisation", ORG, claims(AttributeIds.ORGANIZATION, "123456789")),
                Arguments.of(
                        "unknown person as party",
                        ORG,
                        claims(AttributeIds.PERSON, World.UNREGISTERED_NUMBER.reveal())),
                Arguments.of(
                        "unknown organisation as subject", entry(AttributeIds.ORGANIZATION, "889640782"), RESOURCE),
                Arguments.of("user id not a number", entry(AttributeIds.USER, "abc"), RESOURCE),
                Arguments.of("attribute id not a URI", entry("userid", "1"), RESOURCE),
                Arguments.of("app instance", ORG, claims(AttributeIds.APP_INSTANCE, "50000001/x")),
                Arguments.of(
                        "app instance as urn",
                        ORG,
                        claims(AttributeIds.INSTANCE, "urn:altinn:instance-id:50000001/x")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("syntax")
    void a_look_up_that_fails_is_a_syntax_error(String what, Entry subject, Entry resource) {
        var decision = ask(subject, resource);
        assertThat(decision.value()).as(what).isEqualTo(DecisionValue.INDETERMINATE);
        assertThat(decision.status().code()).isEqualTo(Xacml.STATUS_SYNTAX_ERROR);
    }

    @Test
    void a_party_that_is_stated_and_contradicted_fails() {
        var number = claims(AttributeIds.ORGANIZATION, SUFFICIENT, AttributeIds.PARTY_UUID, "xyz");
        assertThat(ask(ORG, number).value()).isEqualTo(DecisionValue.INDETERMINATE);
    }

    @Test
    void a_document_without_request_is_a_syntax_error_and_logged() {
        var decisions = world.decisionPoint().decide(new Asker("974761076", "t"), new DecisionQuery.Nothing());
        assertThat(decisions).extracting(d -> d.status().code()).containsExactly(Xacml.STATUS_SYNTAX_ERROR);
        assertThat(world.logged).hasSize(1);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                Arguments.of("party by number", ORG, RESOURCE),
                Arguments.of("party by old number", ORG, claims(AttributeIds.LEGACY_ORGANIZATION, SUFFICIENT)),
                Arguments.of("unknown party id", ORG, claims(AttributeIds.PARTY_ID, "59999999")),
                Arguments.of("ill-formed party uuid", ORG, claims(AttributeIds.PARTY_UUID, "xyz")),
                Arguments.of("instance that is not an app's", ORG, claims(AttributeIds.INSTANCE, "case-1")),
                Arguments.of(
                        "same party twice",
                        ORG,
                        claims(
                                AttributeIds.PARTY_ID,
                                BAKERY.id().toString(),
                                AttributeIds.PARTY_UUID,
                                BAKERY.uuid().toString())),
                Arguments.of(
                        "a user with its own uuid",
                        entry(
                                AttributeIds.USER,
                                USER.toString(),
                                AttributeIds.PARTY_UUID,
                                MANAGER.uuid().toString(),
                                AttributeIds.ORG,
                                "skd"),
                        RESOURCE),
                Arguments.of(
                        "unknown user id", entry(AttributeIds.USER, "29999999", AttributeIds.ORG, "skd"), RESOURCE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void what_is_merely_unknown_or_consistent_does_not_fail(String what, Entry subject, Entry resource) {
        assertThat(ask(subject, resource).value()).as(what).isEqualTo(DecisionValue.PERMIT);
    }
}
