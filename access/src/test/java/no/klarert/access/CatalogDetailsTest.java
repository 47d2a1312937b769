package no.klarert.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import no.klarert.access.CatalogDetails.Group;
import no.klarert.access.CatalogDetails.PackageDetails;
import no.klarert.access.CatalogDetails.PartyKind;
import no.klarert.access.CatalogDetails.RoleDetails;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.RoleCode;
import org.junit.jupiter.api.Test;

/** The published details against the counts of access packages and roles. */
class CatalogDetailsTest {
    private static final Catalog CATALOG = Catalog.published();
    private static final CatalogDetails DETAILS = CatalogDetails.published(CATALOG);

    @Test
    void describes_every_package_and_every_role_once() {
        assertThat(DETAILS.packages().stream().map(PackageDetails::entry))
                .containsExactlyInAnyOrderElementsOf(CATALOG.packages());
        assertThat(DETAILS.roles().stream().map(RoleDetails::role))
                .containsExactlyInAnyOrderElementsOf(CATALOG.roles());
        assertThat(DETAILS.roles().stream().map(RoleDetails::id)).doesNotHaveDuplicates();
    }

    @Test
    void has_every_group_area_and_form_of_organisation() {
        assertThat(DETAILS.groups()).hasSize(5);
        var areas = DETAILS.groups().stream()
                .flatMap(group -> group.areas().stream())
                .toList();
        assertThat(areas).hasSize(49);
        assertThat(areas.stream().filter(area -> area.packages().isEmpty())).hasSize(3);
        assertThat(areas).allMatch(area -> area.urn().startsWith("accesspackage:area:"));
        assertThat(DETAILS.unitTypes()).hasSize(50);
    }

    @Test
    void agrees_with_the_catalogue_on_who_gives_a_package() {
        assertThat(DETAILS.packages())
                .allMatch(each -> each.givenBy().name().equals("Organisasjon")
                        == (each.entry().givenBy() == CatalogPackage.GivenBy.ORGANIZATION));
    }

    @Test
    void finds_a_role_by_either_name_and_no_other() {
        assertThat(DETAILS.role(new RoleCode("dagl"))).isEqualTo(DETAILS.role(new RoleCode("daglig-leder")));
        assertThat(DETAILS.role(new RoleCode("dagl"))).isPresent();
        assertThat(DETAILS.role(new RoleCode("ukjent"))).isEmpty();
    }

    @Test
    void refuses_two_entries_of_one_id() {
        var none = LocalizedText.of(java.util.Map.of());
        var group = new Group(
                new UUID(1, 1), new PartyKind(new UUID(2, 2), "Person", new UUID(3, 3)), none, none, List.of());
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> new CatalogDetails(List.of(group, group), List.of(), List.of()));
    }
}
