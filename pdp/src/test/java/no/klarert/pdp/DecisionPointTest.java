package no.klarert.pdp;

import static no.klarert.pdp.PolicyXml.deny;
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
import static no.klarert.pdp.World.party;
import static no.klarert.pdp.World.system;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.klarert.pdp.DecisionQuery.Entry;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.EchoedAttribute;
import no.klarert.policy.Xacml;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.ResourceId;
import org.junit.jupiter.api.Test;

class DecisionPointTest {
    private static final String ROLE = "urn:altinn:rolecode";
    private static final String CLAIMS = "ske-krav";
    private static final Entry SYSTEM_USER = entry(AttributeIds.SYSTEM_USER, SYSTEM.toString());
    private static final Entry PERSON = entry(AttributeIds.PERSON, MANAGER_NUMBER.reveal());
    private static final Asker ASKER = new Asker("974761076", "trace");

    private final World world = new World();

    private Decision ask(Entry subject, String action, Entry resource) {
        var decisions = world.decisionPoint().decide(ASKER, query(subject, action(action), resource));
        assertThat(decisions).hasSize(1);
        return decisions.getFirst();
    }

    private static Entry claimsOf(String... party) {
        var all = new String[party.length + 2];
        all[0] = AttributeIds.RESOURCE;
        all[1] = CLAIMS;
        System.arraycopy(party, 0, all, 2, party.length);
        return entry(all);
    }

    private static Entry claimsOfBakery() {
        return claimsOf(AttributeIds.ORGANIZATION, BAKERY_NUMBER.value());
    }

    private static void assertIs(DecisionValue value, Decision decision) {
        assertThat(decision.value()).isEqualTo(value);
        assertThat(decision.status().code()).isEqualTo(Xacml.STATUS_OK);
    }

    private static void assertFails(String status, Decision decision) {
        assertThat(decision.value()).isEqualTo(DecisionValue.INDETERMINATE);
        assertThat(decision.status().code()).isEqualTo(status);
    }

    private void packagePolicy() {
        world.withPolicy(CLAIMS, policy(permit(AttributeIds.ACCESS_PACKAGE, "skatt", CLAIMS, "read")));
    }

    private void rolePolicy() {
        world.withPolicy(CLAIMS, policy(permit(ROLE, "DAGL", CLAIMS, "read")));
    }

    @Test
    void a_system_user_with_the_package_is_permitted_with_obligations() {
        packagePolicy();
        world.withPackage(BAKERY, system(), "skatt");
        var decision = ask(SYSTEM_USER, "read", claimsOfBakery());
        assertIs(DecisionValue.PERMIT, decision);
        assertThat(decision.obligations().getFirst().assignments())
                .extracting(AttributeAssignment::value)
                .containsExactly("3");
    }

    @Test
    void a_package_from_another_party_or_for_another_action_gives_nothing() {
        packagePolicy();
        world.withPackage(OTHER, system(), "skatt");
        assertIs(DecisionValue.NOT_APPLICABLE, ask(SYSTEM_USER, "read", claimsOfBakery()));
        var other = claimsOf(AttributeIds.ORGANIZATION, OTHER_NUMBER.value());
        assertIs(DecisionValue.PERMIT, ask(SYSTEM_USER, "read", other));
        assertIs(DecisionValue.NOT_APPLICABLE, ask(SYSTEM_USER, "write", other));
    }

    @Test
    void a_deleted_system_user_is_never_permitted() {
        packagePolicy();
        world.withPackage(BAKERY, system(), "skatt").withAction(BAKERY, system(), CLAIMS, "read");
        assertIs(DecisionValue.PERMIT, ask(SYSTEM_USER, "read", claimsOfBakery()));
        world.systemUsers.clear();
        assertIs(DecisionValue.NOT_APPLICABLE, ask(SYSTEM_USER, "read", claimsOfBakery()));
    }

    @Test
    void a_deleted_system_user_is_not_permitted_by_a_policy_that_names_it() {
        world.withPolicy(CLAIMS, policy(permit(AttributeIds.SYSTEM_USER, SYSTEM.toString(), CLAIMS, "read")));
        assertIs(DecisionValue.PERMIT, ask(SYSTEM_USER, "read", claimsOfBakery()));
        world.systemUsers.clear();
        var decision = ask(SYSTEM_USER, "read", claimsOfBakery());
        assertIs(DecisionValue.NOT_APPLICABLE, decision);
        assertThat(decision.obligations()).isEmpty();
    }

    @Test
    void the_letter_case_of_a_system_user_makes_no_difference() {
        rolePolicy();
        world.withAction(BAKERY, system(), CLAIMS, "read");
        var upper = entry(AttributeIds.SYSTEM_USER, SYSTEM.toString().toUpperCase(Locale.ROOT));
        assertIs(DecisionValue.PERMIT, ask(upper, "read", claimsOfBakery()));
    }

    @Test
    void a_delegated_action_is_permitted_with_the_obligations_of_the_policy_and_echoed() {
        rolePolicy();
        world.withAction(BAKERY, system(), CLAIMS, "read");
        var subject = entry(AttributeIds.SYSTEM_USER + "!", SYSTEM.toString());
        var decision = ask(subject, "read", claimsOfBakery());
        assertIs(DecisionValue.PERMIT, decision);
        assertThat(decision.obligations()).hasSize(1);
        assertThat(decision.echoed()).extracting(EchoedAttribute::value).containsExactly(SYSTEM.toString());
        assertIs(DecisionValue.NOT_APPLICABLE, ask(subject, "write", claimsOfBakery()));
        assertThat(world.logged).extracting(DecisionLog.Entry::decidedBy).containsExactly("delegation", "policy");
    }

    @Test
    void a_delegated_action_outlives_its_rule() {
        rolePolicy();
        world.withAction(BAKERY, system(), CLAIMS, "archive");
        assertIs(DecisionValue.PERMIT, ask(SYSTEM_USER, "archive", claimsOfBakery()));
    }

    @Test
    void a_deny_of_the_policy_is_final() {
        world.withPolicy(CLAIMS, policy(deny(AttributeIds.SYSTEM_USER, SYSTEM.toString(), CLAIMS, "read")))
                .withAction(BAKERY, system(), CLAIMS, "read");
        assertIs(DecisionValue.DENY, ask(SYSTEM_USER, "read", claimsOfBakery()));
        assertThat(world.lookedUp).doesNotContain("actions");
    }

    @Test
    void deny_unless_permit_never_reaches_delegations() {
        world.withPolicy(CLAIMS, PolicyXml.combined(Xacml.DENY_UNLESS_PERMIT, permit(ROLE, "dagl", CLAIMS, "read")))
                .withAction(BAKERY, system(), CLAIMS, "read");
        assertIs(DecisionValue.DENY, ask(SYSTEM_USER, "read", claimsOfBakery()));
    }

    @Test
    void a_person_has_the_roles_of_the_party() {
        rolePolicy();
        world.withRole(BAKERY, MANAGER, ROLE, "dagl");
        assertIs(DecisionValue.PERMIT, ask(PERSON, "read", claimsOfBakery()));
        assertIs(DecisionValue.PERMIT, ask(entry(AttributeIds.USER, USER.toString()), "read", claimsOfBakery()));
        assertIs(
                DecisionValue.NOT_APPLICABLE,
                ask(PERSON, "read", claimsOf(AttributeIds.ORGANIZATION, OTHER_NUMBER.value())));
    }

    @Test
    void newer_role_names_are_looked_up_also_where_a_policy_has_no_others() {
        world.withPolicy(CLAIMS, policy(permit("urn:altinn:external-role:ccr", "daglig-leder", CLAIMS, "read")))
                .withRole(BAKERY, MANAGER, "urn:altinn:external-role:ccr", "daglig-leder");
        assertIs(DecisionValue.PERMIT, ask(PERSON, "read", claimsOfBakery()));
    }

    @Test
    void a_party_named_by_uuid_has_packages_but_no_roles_and_no_single_rights() {
        world.withPolicy(
                        CLAIMS,
                        policy(
                                permit(AttributeIds.ACCESS_PACKAGE, "skatt", CLAIMS, "read"),
                                permit(ROLE, "dagl", CLAIMS, "write")))
                .withRole(BAKERY, MANAGER, ROLE, "dagl")
                .withPackage(BAKERY, party(MANAGER), "skatt")
                .withAction(BAKERY, party(MANAGER), CLAIMS, "sign");
        var byUuid = entry(AttributeIds.PARTY_UUID, MANAGER.uuid().toString());
        assertIs(DecisionValue.PERMIT, ask(byUuid, "read", claimsOfBakery()));
        assertIs(DecisionValue.NOT_APPLICABLE, ask(byUuid, "write", claimsOfBakery()));
        assertIs(DecisionValue.NOT_APPLICABLE, ask(byUuid, "sign", claimsOfBakery()));
        assertIs(DecisionValue.PERMIT, ask(PERSON, "sign", claimsOfBakery()));
    }

    @Test
    void an_organisation_named_by_number_has_single_rights_but_no_packages() {
        packagePolicy();
        world.withPackage(BAKERY, party(OTHER), "skatt").withAction(BAKERY, party(OTHER), CLAIMS, "write");
        var byNumber = entry(AttributeIds.ORGANIZATION, OTHER_NUMBER.value());
        assertIs(DecisionValue.NOT_APPLICABLE, ask(byNumber, "read", claimsOfBakery()));
        assertIs(DecisionValue.PERMIT, ask(byNumber, "write", claimsOfBakery()));
        var byLegacyNumber = entry(AttributeIds.LEGACY_ORGANIZATION, OTHER_NUMBER.value());
        assertIs(DecisionValue.PERMIT, ask(byLegacyNumber, "write", claimsOfBakery()));
    }

    @Test
    void an_organisation_number_in_the_policy_matches_either_spelling() {
        world.withPolicy(CLAIMS, policy(permit(AttributeIds.ORGANIZATION, OTHER_NUMBER.value(), CLAIMS, "read")));
        assertIs(
                DecisionValue.PERMIT,
                ask(entry(AttributeIds.LEGACY_ORGANIZATION, OTHER_NUMBER.value()), "read", claimsOfBakery()));
        assertIs(
                DecisionValue.NOT_APPLICABLE,
                ask(entry(AttributeIds.LEGACY_ORGANIZATION, BAKERY_NUMBER.value()), "read", claimsOfBakery()));
    }

    @Test
    void a_role_that_the_caller_merely_claims_is_ignored() {
        rolePolicy();
        var claiming = entry(AttributeIds.ORGANIZATION, OTHER_NUMBER.value(), ROLE, "dagl");
        assertIs(DecisionValue.NOT_APPLICABLE, ask(claiming, "read", claimsOfBakery()));
        assertFails(Xacml.STATUS_PROCESSING_ERROR, ask(entry(ROLE, "dagl"), "read", claimsOfBakery()));
    }

    @Test
    void looks_up_only_what_the_policy_mentions() {
        world.withPolicy(CLAIMS, policy(permit(AttributeIds.ORG, "skd", CLAIMS, "read")));
        assertIs(DecisionValue.PERMIT, ask(entry(AttributeIds.ORG, "skd"), "read", claimsOfBakery()));
        assertThat(world.lookedUp).containsExactly("policy text");
        assertIs(DecisionValue.NOT_APPLICABLE, ask(entry(AttributeIds.ORG, "nav"), "read", claimsOfBakery()));
    }

    @Test
    void a_rule_for_kinds_of_organisations_counts_only_while_no_party_is_concerned() {
        world.withPolicy(CLAIMS, policy(permit(AttributeIds.PARTY_TYPE, "organization", CLAIMS, "ask")));
        var organization = entry(AttributeIds.ORGANIZATION, OTHER_NUMBER.value());
        assertIs(DecisionValue.PERMIT, ask(organization, "ask", claimsOf()));
        assertIs(DecisionValue.NOT_APPLICABLE, ask(organization, "ask", claimsOfBakery()));
        assertIs(DecisionValue.NOT_APPLICABLE, ask(PERSON, "ask", claimsOf()));
    }

    @Test
    void a_resource_with_access_lists_is_closed_to_everybody() {
        packagePolicy();
        world.withPackage(BAKERY, system(), "skatt").withAction(BAKERY, system(), CLAIMS, "write");
        world.restricted.add(new ResourceId(CLAIMS));
        for (var action : List.of("read", "write")) {
            var decision = ask(SYSTEM_USER, action, claimsOfBakery());
            assertIs(DecisionValue.DENY, decision);
            assertThat(decision.obligations()).isEmpty();
        }
        assertIs(DecisionValue.NOT_APPLICABLE, ask(SYSTEM_USER, "sign", claimsOfBakery()));
        assertThat(world.logged)
                .extracting(DecisionLog.Entry::decidedBy)
                .containsExactly("access-list", "access-list", "policy");
    }

    @Test
    void a_permit_on_a_resource_with_access_lists_needs_a_party_to_check() {
        world.withPolicy(CLAIMS, policy(permit(AttributeIds.ORG, "skd", CLAIMS, "read")));
        world.restricted.add(new ResourceId(CLAIMS));
        assertFails(Xacml.STATUS_PROCESSING_ERROR, ask(entry(AttributeIds.ORG, "skd"), "read", claimsOf()));
    }

    @Test
    void without_party_neither_packages_nor_delegations_count() {
        packagePolicy();
        world.withPackage(BAKERY, system(), "skatt").withAction(BAKERY, system(), CLAIMS, "write");
        assertIs(DecisionValue.NOT_APPLICABLE, ask(SYSTEM_USER, "read", claimsOf()));
        assertIs(DecisionValue.NOT_APPLICABLE, ask(SYSTEM_USER, "write", claimsOf()));
    }

    @Test
    void an_app_is_the_same_resource_in_either_spelling() {
        world.withPolicy(
                        "app_skd_min_app",
                        policy(permit(AttributeIds.ACCESS_PACKAGE, "skatt", "app_skd_min_app", "read")))
                .withPackage(BAKERY, system(), "skatt");
        var number = BAKERY_NUMBER.value();
        var pair = entry(AttributeIds.ORG, "skd", AttributeIds.APP, "min_app", AttributeIds.ORGANIZATION, number);
        assertIs(DecisionValue.PERMIT, ask(SYSTEM_USER, "read", pair));
        var single = entry(AttributeIds.RESOURCE, "app_skd_min_app", AttributeIds.ORGANIZATION, number);
        assertIs(DecisionValue.PERMIT, ask(SYSTEM_USER, "read", single));
        var other = entry(AttributeIds.ORG, "skd", AttributeIds.APP, "min", AttributeIds.ORGANIZATION, number);
        assertFails(Xacml.STATUS_PROCESSING_ERROR, ask(SYSTEM_USER, "read", other));
    }

    @Test
    void an_upload_counts_from_the_next_decision() {
        packagePolicy();
        world.withPackage(BAKERY, system(), "skatt");
        var point = world.decisionPoint();
        var query = query(SYSTEM_USER, action("read"), claimsOfBakery());
        assertIs(DecisionValue.PERMIT, point.decide(ASKER, query).getFirst());
        rolePolicy();
        assertIs(DecisionValue.NOT_APPLICABLE, point.decide(ASKER, query).getFirst());
    }

    @Test
    void another_room_asks_about_a_person_in_its_own_transaction() {
        rolePolicy();
        world.withRole(BAKERY, MANAGER, ROLE, "dagl");
        assertIs(DecisionValue.PERMIT, internal(BAKERY));
        assertIs(DecisionValue.NOT_APPLICABLE, internal(OTHER));
        assertThat(world.logged.getFirst())
                .isEqualTo(new DecisionLog.Entry(
                        World.NOW,
                        "",
                        "internal",
                        "urn:altinn:userid:20000001",
                        "read",
                        CLAIMS,
                        BAKERY.uuid().toString(),
                        "Permit",
                        Xacml.STATUS_OK,
                        "policy"));
    }

    private Decision internal(PolicyInformationPoint.KnownParty party) {
        var question = new UserQuestion(USER, party.uuid(), new ResourceId(CLAIMS), new ActionName("read"));
        var point = world.decisionPoint();
        return world.run(tx -> point.decide(tx, question));
    }

    @Test
    void the_log_names_a_person_by_uuid_and_never_by_number() {
        rolePolicy();
        ask(PERSON, "read", claimsOfBakery());
        ask(entry(AttributeIds.PERSON, World.UNREGISTERED_NUMBER.reveal()), "read", claimsOfBakery());
        ask(entry("urn:altinn:ssn", MANAGER_NUMBER.reveal()), MANAGER_NUMBER.reveal(), claimsOf());
        assertThat(world.logged)
                .extracting(DecisionLog.Entry::subject)
                .containsExactly(AttributeIds.PARTY_UUID + ":" + MANAGER.uuid(), AttributeIds.PERSON, "urn:altinn:ssn");
        assertThat(world.logged.toString())
                .doesNotContain(MANAGER_NUMBER.reveal())
                .doesNotContain(World.UNREGISTERED_NUMBER.reveal());
    }

    @Test
    void an_unknown_system_user_is_not_applicable() {
        packagePolicy();
        var unknown = entry(AttributeIds.SYSTEM_USER, new UUID(7, 7).toString());
        assertIs(DecisionValue.NOT_APPLICABLE, ask(unknown, "read", claimsOfBakery()));
    }
}
