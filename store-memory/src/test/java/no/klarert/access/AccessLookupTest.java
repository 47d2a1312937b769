package no.klarert.access;

import static no.klarert.access.AccessWorld.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.SystemUserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Altinn PDP §8.3–8.4, a rule at a time. */
class AccessLookupTest {
    private static final SystemUserId SYSTEM_USER = new SystemUserId(new UUID(2, 1));

    private final AccessWorld world = new AccessWorld();
    private final Party company = world.organization("AS");
    private final Party person = world.person("Kari");

    @Test
    void follows_a_direct_role_and_what_it_implies() {
        world.role("dagl", company, person);
        assertThat(world.roles(company, person))
                .contains("dagl", "hadm", "utinn")
                .doesNotContain("bobel");
        assertThat(world.packages(company, to(person)))
                .hasSize(133)
                .contains("skatt-naering")
                .doesNotContain("regnskapsforer-lonn");
    }

    @Test
    void finds_nothing_for_others() {
        world.role("dagl", company, person);
        assertThat(world.roles(world.organization("AS"), person)).isEmpty();
        assertThat(world.roles(company, world.person("Ola"))).isEmpty();
        assertThat(world.roles(person, company)).isEmpty();
        assertThat(world.packages(company, to(world.person("Per")))).isEmpty();
        var unknown = new PartyUuid(new UUID(9, 9));
        assertThat(world.<Set<?>>in(tx -> world.lookup.roles(tx, unknown, person.uuid())))
                .isEmpty();
        assertThat(world.<Set<?>>in(tx -> world.lookup.packages(tx, company.uuid(), new Recipient.OfParty(unknown))))
                .isEmpty();
    }

    @Test
    void knows_a_role_by_either_of_its_names() {
        world.role("daglig-leder", company, person);
        assertThat(world.roles(company, person)).contains("dagl").doesNotContain("daglig-leder");
    }

    @Test
    void gives_no_packages_for_roles_that_carry_none() {
        world.role("medl", company, person);
        assertThat(world.roles(company, person)).containsExactlyInAnyOrder("medl", "regna", "utinn", "utomr");
        assertThat(world.packages(company, to(person))).isEmpty();
    }

    @Test
    void follows_a_key_role_one_step() {
        var accountant = world.organization("AS");
        world.role("regn", company, accountant);
        world.role("dagl", accountant, person);

        assertThat(world.roles(company, person)).containsExactlyInAnyOrder("regn", "a0239", "a0240", "a0241");
        assertThat(world.packages(company, to(person)))
                .containsExactlyInAnyOrder(
                        "regnskapsforer-lonn",
                        "regnskapsforer-med-signeringsrettighet",
                        "regnskapsforer-uten-signeringsrettighet");
    }

    @Test
    void follows_no_second_key_role_and_no_other_role() {
        var accountant = world.organization("AS");
        var parent = world.organization("AS");
        world.role("regn", company, accountant);
        world.role("komp", accountant, parent);
        world.role("dagl", parent, person);
        assertThat(world.roles(company, person)).isEmpty();

        var member = world.person("Ola");
        world.role("medl", accountant, member);
        assertThat(world.roles(company, member)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AS, true", "IKS, false"})
    void takes_shared_liability_for_a_key_role_except_in_inter_municipal_companies(String unitType, boolean counts) {
        var middle = world.organization(unitType);
        world.role("regn", company, middle);
        world.role("dtpr", middle, person);
        assertThat(!world.roles(company, person).isEmpty()).isEqualTo(counts);
        assertThat(world.roles(middle, person)).contains("dtpr");
    }

    @ParameterizedTest
    @CsvSource({"AS, true", "IKS, false"})
    void passes_shared_liability_on_by_key_role_except_in_inter_municipal_companies(String unitType, boolean counts) {
        var from = world.organization(unitType);
        var middle = world.organization("AS");
        world.role("dtpr", from, middle);
        world.role("dagl", middle, person);
        assertThat(world.roles(from, person).contains("dtpr")).isEqualTo(counts);
    }

    @Test
    void inherits_from_the_main_unit_and_never_upwards() {
        var subUnit = world.subUnit(company);
        world.role("dagl", company, person);
        assertThat(world.roles(subUnit, person)).contains("dagl");
        assertThat(world.packages(subUnit, to(person))).hasSize(133);

        var local = world.person("Ola");
        world.role("dagl", subUnit, local);
        assertThat(world.roles(company, local)).isEmpty();
        assertThat(world.packages(company, to(local))).isEmpty();
    }

    @Test
    void binds_packages_to_the_form_of_the_party_itself() {
        var cooperative = world.organization("BRL");
        world.role("ffør", cooperative, person);
        world.role("ffør", company, person);
        assertThat(world.packages(cooperative, to(person))).containsExactly("forretningsforer-eiendom");
        assertThat(world.packages(company, to(person))).isEmpty();
        assertThat(world.packages(world.subUnit(cooperative), to(person))).isEmpty();
    }

    @Test
    void gives_accountants_of_a_sole_proprietorship_its_owner() {
        var owner = world.person("Eier");
        var business = world.organization("ENK");
        world.role("innh", business, owner);
        world.role("regn", business, person);
        world.role("dagl", business, person);

        assertThat(world.roles(owner, person)).containsExactlyInAnyOrder("regn", "a0239", "a0240", "a0241");
        assertThat(world.packages(owner, to(person))).hasSize(3).allMatch(name -> name.startsWith("regnskapsforer-"));
    }

    @Test
    void gives_accountants_of_other_companies_nobody() {
        var owner = world.person("Eier");
        world.role("innh", company, owner);
        world.role("regn", company, person);
        assertThat(world.roles(owner, person)).isEmpty();

        var leader = world.person("Leder");
        var business = world.organization("ENK");
        world.role("dagl", business, leader);
        world.role("regn", business, person);
        assertThat(world.roles(leader, person)).isEmpty();
    }

    @Test
    void hands_packages_to_whom_they_were_given_and_to_key_role_holders() {
        var partner = world.organization("AS");
        world.role("lede", partner, person);
        world.give("skatt-naering", company, to(partner));
        world.give("jordbruk", company, to(SYSTEM_USER));

        assertThat(world.packages(company, to(partner))).containsExactly("skatt-naering");
        assertThat(world.packages(company, to(person))).containsExactly("skatt-naering");
        assertThat(world.packages(company, to(SYSTEM_USER))).containsExactly("jordbruk");
        assertThat(world.packages(world.subUnit(company), to(SYSTEM_USER))).containsExactly("jordbruk");
        assertThat(world.packages(partner, to(SYSTEM_USER))).isEmpty();
        assertThat(world.packages(company, to(new SystemUserId(new UUID(2, 2)))))
                .isEmpty();
    }

    @Test
    void hands_actions_to_a_system_user_from_the_party_or_its_main_unit() {
        var subUnit = world.subUnit(company);
        world.give("ske-krav", "read", company, to(SYSTEM_USER));
        world.give("ske-krav", "write", subUnit, to(SYSTEM_USER));

        assertThat(world.actions(company, to(SYSTEM_USER), "ske-krav")).containsExactly("read");
        assertThat(world.actions(subUnit, to(SYSTEM_USER), "ske-krav")).containsExactlyInAnyOrder("read", "write");
        assertThat(world.actions(company, to(SYSTEM_USER), "annet")).isEmpty();
        assertThat(world.actions(company, to(person), "ske-krav")).isEmpty();
    }

    @Test
    void hands_actions_of_an_organisation_and_its_sub_units_to_key_role_holders() {
        var partner = world.organization("AS");
        world.role("dagl", partner, person);
        world.give("ske-krav", "read", company, to(partner));
        world.give("ske-krav", "write", company, to(world.subUnit(partner)));
        world.give("ske-krav", "sign", company, to(person));

        assertThat(world.actions(company, to(person), "ske-krav")).containsExactlyInAnyOrder("read", "write", "sign");
        var member = world.person("Ola");
        world.role("medl", partner, member);
        assertThat(world.actions(company, to(member), "ske-krav")).isEmpty();
    }

    @Test
    void says_who_represents_a_party() {
        var byRole = world.person("Rolle");
        var byPackage = world.person("Pakke");
        var byRight = world.person("Rett");
        world.role("medl", company, byRole);
        world.give("jordbruk", company, to(byPackage));
        world.give("ske-krav", "read", company, to(byRight));
        for (var someone : Set.of(byRole, byPackage, byRight)) {
            assertThat(world.<Boolean>in(tx -> world.lookup.represents(tx, someone.uuid(), company.uuid())))
                    .isTrue();
        }
        assertThat(world.<Boolean>in(tx -> world.lookup.represents(tx, person.uuid(), company.uuid())))
                .isFalse();
    }

    @Test
    void lists_the_organisations_of_a_person() {
        var register = new PartyRegister(world.store.parties(), world.store.roles());
        var subUnit = world.subUnit(company);
        world.organization("AS");
        world.role("medl", company, person);
        world.role("priv", person, person);
        var found = world.in(tx -> register.organizationsOf(tx, (Party.Person) person));
        assertThat(found).extracting(Party::uuid).containsExactlyInAnyOrder(company.uuid(), subUnit.uuid());

        var byPersonsId = world.in(tx -> register.organization(tx, person.id()));
        var byCompanysId = world.in(tx -> register.organization(tx, company.id()));
        assertThat(byPersonsId).isEmpty();
        assertThat(byCompanysId).map(Party::uuid).contains(company.uuid());
    }
}
