package no.klarert.registry;

import static no.klarert.registry.Drafts.correct;
import static no.klarert.registry.Drafts.named;
import static no.klarert.registry.Drafts.owner;
import static no.klarert.registry.Drafts.reference;
import static no.klarert.registry.Drafts.scope;
import static no.klarert.registry.Drafts.withOwner;
import static no.klarert.registry.Drafts.withReferences;
import static no.klarert.registry.Drafts.withTitle;
import static no.klarert.registry.Drafts.withType;
import static no.klarert.registry.Drafts.withoutRightDescription;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.klarert.vocabulary.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceRulesTest {
    private static final String INVALID_ID =
            "Invalid id. Only a-z and 0-9 is allowed together with _ and -.  Minimum 4 characters";

    private static Map<String, List<String>> findings(ResourceDraft draft) {
        return ResourceRules.findings(draft).byMember();
    }

    @Test
    void a_correct_resource_has_no_findings() {
        assertThat(findings(correct())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "Skatt-krav", "skatt.krav", "skatt/krav", "", "skatt krav"})
    void refuses_an_identifier_of_the_wrong_form(String identifier) {
        assertThat(findings(named(identifier))).isEqualTo(Map.of("Identifier", List.of(INVALID_ID)));
    }

    @Test
    void refuses_an_identifier_of_more_than_255_characters() {
        assertThat(findings(named("a".repeat(255)))).isEmpty();
        assertThat(findings(named("a".repeat(256)))).containsKey("Identifier");
    }

    @Test
    void the_prefix_se_needs_both_references_to_the_old_service() {
        var service = named("se_1234_1");
        var code = reference("ServiceCode", "Altinn2", "1234");
        var edition = reference("ServiceEditionCode", "Altinn2", "1");
        assertThat(findings(withReferences(service, code, edition))).isEmpty();
        assertThat(findings(withReferences(service, code)))
                .isEqualTo(Map.of("Identifier", List.of("Invalid prefix. Only to be used for Altinn 2 services")));
    }

    @Test
    void the_prefix_app_is_for_apps_only() {
        assertThat(findings(named("app_skd_skjema")))
                .isEqualTo(Map.of("Identifier", List.of("Invalid Prefix. app_ is only for Altinn Studio apps")));
    }

    @Test
    void an_app_is_named_after_its_owner_and_refers_to_itself() {
        var application = reference("ApplicationId", "Altinn3", "SKD/skjema");
        var app = withReferences(withType(named("app_skd_skjema"), ResourceType.ALTINN_APP), application);
        assertThat(findings(app)).isEmpty();
        assertThat(findings(withReferences(app))).containsOnlyKeys("ResourceReferences");
        assertThat(findings(withOwner(app, owner("974761076", "nav"))))
                .containsOnlyKeys("Identifier", "ResourceReferences");
    }

    @Test
    void the_type_must_be_set() {
        assertThat(findings(withType(correct(), ResourceType.DEFAULT)))
                .isEqualTo(Map.of("ResourceType", List.of("ResourceType needs to be set")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "974761077", "97476107", "0192:974761076"})
    void the_owner_must_have_an_organisation_number(String organization) {
        assertThat(findings(withOwner(correct(), owner(organization, "skd"))))
                .containsOnlyKeys("HasCompetentAuthority.Organization");
    }

    @Test
    void only_the_test_owner_ttd_may_lack_an_organisation_number() {
        assertThat(findings(withOwner(correct(), owner("", "TTD")))).isEmpty();
    }

    @Test
    void texts_are_required_in_three_languages() {
        assertThat(findings(withTitle(correct(), LocalizedText.of(Map.of("nb", "tittel", "en", " ")))))
                .isEqualTo(Map.of("Title", List.of("Missing title in english en", "Missing title in nynorsk nn")));
    }

    @Test
    void a_right_description_is_required_of_what_can_be_delegated() {
        assertThat(findings(withoutRightDescription(correct(), false))).isEmpty();
        assertThat(findings(withoutRightDescription(correct(), true)))
                .isEqualTo(Map.of(
                        "RightDescription",
                        List.of(
                                "Missing RightDescription in english en",
                                "Missing RightDescription in bokmal nb",
                                "Missing RightDescription in nynorsk nn")));
    }

    @Test
    void a_scheme_needs_a_scope() {
        var scheme = withType(correct(), ResourceType.MASKINPORTEN_SCHEMA);
        assertThat(findings(withReferences(scheme, scope("skatteetaten:x")))).isEmpty();
        assertThat(findings(scheme))
                .isEqualTo(Map.of(
                        "ResourceReferences", List.of("Missing maskinporten scopen for MaskinportenSchema resource")));
    }

    @Test
    void everything_that_is_wrong_is_reported_at_once() {
        var draft = withOwner(withType(named("X"), ResourceType.DEFAULT), owner("1", "skd"));
        assertThat(findings(withTitle(draft, LocalizedText.of(Map.of()))))
                .containsOnlyKeys("ResourceType", "HasCompetentAuthority.Organization", "Identifier", "Title");
    }
}
