package no.klarert.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.klarert.access.CatalogPackage.GivenBy;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PartyId;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.RoleCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The published catalogue against the counts and examples of access packages and roles §2–3. */
class CatalogTest {
    private static final Catalog CATALOG = Catalog.published();

    @Test
    void has_every_package_and_role() {
        assertThat(CATALOG.packages()).hasSize(223);
        assertThat(CATALOG.packages().stream().filter(p -> p.givenBy() == GivenBy.ORGANIZATION))
                .hasSize(147);
        assertThat(CATALOG.roles()).hasSize(148);
        assertThat(CATALOG.roles().stream()
                        .filter(Role::isKey)
                        .map(role -> role.code().value()))
                .containsExactlyInAnyOrder("dagl", "lede", "innh", "dtso", "dtpr", "komp", "best", "bobe");
    }

    @Test
    void has_every_rule() {
        var rows = CATALOG.roles().stream()
                .flatMap(role -> CATALOG.packagesOf(role.code()).stream())
                .toList();
        assertThat(rows).hasSize(1285);
        assertThat(rows.stream().filter(row -> row.unitType().isPresent())).hasSize(14);
        assertThat(CATALOG.roles().stream()
                        .mapToInt(role -> follows(role).size())
                        .sum())
                .isEqualTo(304);
    }

    private static Set<RoleCode> follows(Role role) {
        var all = CATALOG.withImplied(Set.of(role.code()));
        return all.stream().filter(code -> !code.equals(role.code())).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({"164, true, true", "42, false, false", "11, true, false", "6, false, true"})
    void has_as_many_packages_of_each_kind_as_published(int count, boolean assignable, boolean delegable) {
        assertThat(CATALOG.packages().stream().filter(p -> p.assignable() == assignable && p.delegable() == delegable))
                .hasSize(count);
    }

    @Test
    void has_texts_in_three_languages() {
        assertThat(CATALOG.packages()).allMatch(entry -> entry.name().isComplete());
        assertThat(CATALOG.roles()).allMatch(role -> role.name().isComplete());
        assertThat(CATALOG.accessPackage(new AccessPackage("skatt-naering"))
                        .orElseThrow()
                        .name()
                        .in("en"))
                .isNotEqualTo(CATALOG.accessPackage(new AccessPackage("skatt-naering"))
                        .orElseThrow()
                        .name()
                        .in("nb"));
    }

    @ParameterizedTest
    @CsvSource({
        "dagl, 133",
        "dtso, 133",
        "lede, 132",
        "innh, 131",
        "komp, 131",
        "bobe, 126",
        "best, 115",
        "regn, 3",
        "revi, 2",
        "ffør, 12",
        "knuf, 13",
        "repr, 10",
        "priv, 35",
        "hovedadministrator, 135",
        "medl, 0"
    })
    void knows_how_many_packages_come_with_a_role(String role, int count) {
        assertThat(CATALOG.packagesOf(new RoleCode(role))).hasSize(count);
    }

    @Test
    void finds_a_role_by_either_name_and_gives_all_of_its_names() {
        var byCode = CATALOG.role(new RoleCode("dagl"));
        assertThat(CATALOG.role(new RoleCode("daglig-leder"))).isEqualTo(byCode);
        assertThat(byCode.urn()).isEqualTo("urn:altinn:external-role:ccr:daglig-leder");
        assertThat(byCode.names())
                .containsExactly(
                        new Role.Name("urn:altinn:external-role:ccr", "daglig-leder"),
                        new Role.Name("urn:altinn:rolecode", "dagl"));
        assertThat(CATALOG.role(new RoleCode("hadm")).names())
                .containsExactly(new Role.Name("urn:altinn:rolecode", "hadm"));
    }

    @Test
    void answers_an_unlisted_role_by_its_code_with_nothing_following() {
        var unlisted = new RoleCode("eckeyrole");
        assertThat(CATALOG.role(unlisted).names()).containsExactly(new Role.Name("urn:altinn:rolecode", "eckeyrole"));
        assertThat(CATALOG.role(unlisted).isKey()).isFalse();
        assertThat(CATALOG.packagesOf(unlisted)).isEmpty();
        assertThat(CATALOG.withImplied(Set.of(unlisted))).containsExactly(unlisted);
    }

    @ParameterizedTest
    @CsvSource({"dagl, hadm, true", "lede, hadm, true", "komp, hadm, false", "regn, a0239, true", "revi, a0239, false"})
    void knows_which_role_follows_from_which(String has, String gets, boolean follows) {
        assertThat(CATALOG.withImplied(Set.of(new RoleCode(has))).contains(new RoleCode(gets)))
                .isEqualTo(follows);
    }

    @Test
    void implies_in_one_step_only() {
        assertThat(CATALOG.withImplied(Set.of(new RoleCode("hovedadministrator"))))
                .contains(new RoleCode("dagl"))
                .doesNotContain(new RoleCode("hadm"));
    }

    @Test
    void binds_some_packages_to_a_form_of_organisation() {
        var row = CATALOG.packagesOf(new RoleCode("ffør")).stream()
                .filter(entry -> entry.unitType().equals(Optional.of("BRL")))
                .findFirst()
                .orElseThrow();
        assertThat(row.accessPackage()).isEqualTo(new AccessPackage("forretningsforer-eiendom"));
        assertThat(row.appliesTo(organization("BRL"))).isTrue();
        assertThat(row.appliesTo(organization("AS"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"packages\":[P,P],\"roles\":[R],\"implications\":[],\"rolePackages\":[]}; listed twice",
                "{\"packages\":[P],\"roles\":[R,R],\"implications\":[],\"rolePackages\":[]}; listed twice",
                "{\"packages\":[P],\"roles\":[R],\"implications\":[{\"has\":\"dagl\",\"gets\":[\"x\"]}],\"rolePackages\":[]}; role x is referred to",
                "{\"packages\":[P],\"roles\":[R],\"implications\":[],\"rolePackages\":[W(dagl,q)]}; unknown package",
                "{\"packages\":[P],\"roles\":[R],\"implications\":[],\"rolePackages\":[W(lede,p)]}; role lede is referred to",
                "{\"packages\":[P],\"roles\":[R],\"implications\":[],\"rolePackages\":[W(dagl,p),W(daglig-leder,p)]}; twice",
            })
    void refuses_doubles_and_loose_references(String file, String problem) {
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> read(file))
                .withMessageContaining(problem.strip());
    }

    @Test
    void reads_a_consistent_file() {
        var catalog = read("{\"packages\":[P],\"roles\":[R],\"implications\":[],\"rolePackages\":[W(dagl,p)]}");
        assertThat(catalog.packagesOf(new RoleCode("daglig-leder")))
                .containsExactly(new RolePackage(new AccessPackage("p"), Optional.empty(), true, false));
    }

    /** Expands the abbreviations of the cases above. */
    private static Catalog read(String file) {
        var text = file.replace(
                        "[P",
                        "[{\"name\":\"p\",\"givenBy\":\"person\",\"assignable\":true,\"delegable\":true,\"text\":{}}")
                .replace(
                        ",P]",
                        ",{\"name\":\"p\",\"givenBy\":\"person\",\"assignable\":true,\"delegable\":true,\"text\":{}}]")
                .replace("[R", "[{\"identifier\":\"daglig-leder\",\"code\":\"dagl\",\"source\":\"ccr\",\"name\":{}}")
                .replace(",R]", ",{\"identifier\":\"dagl\",\"source\":\"altinn2\",\"name\":{}}]")
                .replaceAll(
                        "W\\(([a-z-]+),([a-z])\\)",
                        "{\"roles\":[\"$1\"],\"hasAccess\":true,\"canDelegate\":false,\"packages\":[\"$2\"]}");
        return CatalogReader.read(JsonMapper.shared().readTree(text));
    }

    private static Party organization(String unitType) {
        return new Party.Organization(
                new PartyId(50000001),
                PartyUuid.parse("00000000-0000-4000-8000-000000000001"),
                "Fjord",
                new OrgNumber("974761076"),
                unitType,
                Optional.empty());
    }

    @Test
    void tells_who_gives_a_package() {
        assertThat(GivenBy.ORGANIZATION.includes(organization("AS"))).isTrue();
        assertThat(GivenBy.PERSON.includes(organization("AS"))).isFalse();
    }
}
