package no.klarert.registry;

import static no.klarert.registry.Drafts.correct;
import static no.klarert.registry.Drafts.named;
import static no.klarert.registry.Drafts.owner;
import static no.klarert.registry.Drafts.reference;
import static no.klarert.registry.Drafts.scope;
import static no.klarert.registry.Drafts.withOwner;
import static no.klarert.registry.Drafts.withReferences;
import static no.klarert.registry.Drafts.withType;
import static no.klarert.registry.RegistryFixture.ADMINISTRATOR;
import static no.klarert.registry.RegistryFixture.OWNER;
import static no.klarert.registry.RegistryFixture.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import no.klarert.registry.ResourceRegistry.MigratedApps;
import no.klarert.storage.AuditEvent;
import no.klarert.vocabulary.ResourceId;
import org.junit.jupiter.api.Test;

class ResourceRegistryTest {
    private static final ResourceId ID = new ResourceId("ske-krav-og-betalinger");
    private final RegistryFixture world = new RegistryFixture();
    private final ResourceRegistry registry = world.registry;

    @Test
    void an_owner_creates_a_resource_once() {
        var created = registry.create(OWNER, correct());
        assertThat(created)
                .isInstanceOfSatisfying(
                        CreateOutcome.Created.class,
                        outcome -> assertThat(registry.find(ID)).contains(outcome.version()));
        assertThat(registry.create(OWNER, correct())).isEqualTo(new CreateOutcome.IdentifierTaken(ID));
        assertThat(world.audited)
                .containsExactly(
                        new AuditEvent(RegistryFixture.NOW, OWNER.actor(), "resource.create", ID.value(), "version 1"));
    }

    @Test
    void refuses_to_create_a_resource_for_another_organisation() {
        assertThat(registry.create(STRANGER, correct())).isEqualTo(new WriteRefusal.NotOwner());
        assertThat(registry.find(ID)).isEmpty();
        assertThat(world.audited).isEmpty();
    }

    @Test
    void refuses_a_resource_without_organisation_number_from_all_but_administrators() {
        var ownerless = withOwner(correct(), owner("", "ttd"));
        assertThat(registry.create(OWNER, ownerless)).isEqualTo(new WriteRefusal.NotOwner());
        assertThat(registry.create(ADMINISTRATOR, ownerless)).isInstanceOf(CreateOutcome.Created.class);
    }

    @Test
    void reports_broken_rules_before_ownership() {
        assertThat(registry.create(STRANGER, named("X"))).isInstanceOf(WriteRefusal.Invalid.class);
    }

    @Test
    void scopes_must_be_under_a_prefix_of_the_caller() {
        var draft = withReferences(correct(), scope("skatteetaten:kravogbetalinger"), scope("nav:trygd"));
        assertThat(registry.create(OWNER, draft)).isEqualTo(new WriteRefusal.ForeignScopes(List.of("nav:trygd")));
        var own = withReferences(correct(), scope("skatteetaten:kravogbetalinger"));
        assertThat(registry.create(OWNER, own)).isInstanceOf(CreateOutcome.Created.class);
    }

    @Test
    void a_prefix_ends_at_its_colon() {
        var draft = withReferences(correct(), scope("skatteetatenx:kravogbetalinger"));
        assertThat(registry.create(OWNER, draft)).isInstanceOf(WriteRefusal.ForeignScopes.class);
    }

    @Test
    void administrators_may_refer_to_any_scope_and_write_for_any_owner() {
        var draft = withReferences(correct(), scope("skatteetaten:kravogbetalinger"));
        assertThat(registry.create(ADMINISTRATOR, draft)).isInstanceOf(CreateOutcome.Created.class);
    }

    @Test
    void replacing_keeps_the_former_version_readable_by_its_number() {
        registry.create(OWNER, correct());
        var hidden = withType(correct(), ResourceType.BROKER_SERVICE);
        assertThat(registry.replace(OWNER, ID, hidden)).isInstanceOf(ReplaceOutcome.Replaced.class);
        assertThat(registry.find(ID).map(v -> v.resource().type())).contains(ResourceType.BROKER_SERVICE);
        assertThat(registry.find(ID, 1).map(v -> v.resource().type())).contains(ResourceType.GENERIC_ACCESS_RESOURCE);
    }

    @Test
    void a_version_of_another_resource_is_not_found() {
        registry.create(OWNER, correct());
        registry.create(OWNER, named("ske-annet"));
        assertThat(registry.find(ID, 2)).isEmpty();
        assertThat(registry.find(new ResourceId("ske-annet"), 2)).isPresent();
    }

    @Test
    void refuses_to_replace_what_does_not_exist_or_under_another_id() {
        assertThat(registry.replace(OWNER, ID, correct())).isEqualTo(new ReplaceOutcome.Unknown());
        registry.create(OWNER, correct());
        assertThat(registry.replace(OWNER, ID, named("ske-annet"))).isEqualTo(new ReplaceOutcome.OtherIdentifier());
    }

    @Test
    void refuses_to_seize_a_resource_by_naming_oneself_as_owner() {
        registry.create(OWNER, correct());
        var seized = withOwner(correct(), owner(RegistryFixture.NAV.value(), "nav"));
        assertThat(registry.replace(STRANGER, ID, seized)).isEqualTo(new WriteRefusal.NotOwner());
        assertThat(registry.find(ID).map(ResourceVersion::versionId)).contains(1L);
    }

    @Test
    void refuses_to_give_a_resource_to_another_organisation_unless_administrator() {
        registry.create(OWNER, correct());
        var given = withOwner(correct(), owner(RegistryFixture.NAV.value(), "nav"));
        assertThat(registry.replace(OWNER, ID, given)).isEqualTo(new WriteRefusal.NotOwner());
        assertThat(registry.replace(ADMINISTRATOR, ID, given)).isInstanceOf(ReplaceOutcome.Replaced.class);
    }

    @Test
    void lists_migrated_apps_only_when_asked() {
        registry.create(OWNER, correct());
        var app = withReferences(
                withType(named("app_skd_gammel"), ResourceType.MIGRATED_APP),
                reference("ApplicationId", "Altinn3", "skd/gammel"));
        registry.create(OWNER, app);
        assertThat(registry.list(MigratedApps.LEFT_OUT)).hasSize(1);
        assertThat(registry.list(MigratedApps.INCLUDED)).hasSize(2);
    }

    @Test
    void searches_the_latest_version_by_every_member_given() {
        registry.create(OWNER, withReferences(correct(), scope("skatteetaten:kravogbetalinger")));
        registry.create(OWNER, named("ske-annet"));
        assertThat(found("KRAV-OG", "", "", "")).containsExactly(ID);
        assertThat(found("", "TEXT", "KRA", "skatteetaten:krav")).containsExactly(ID);
        assertThat(found("", "", "", "")).hasSize(2);
        assertThat(found("annet", "", "", "skatteetaten:krav")).isEmpty();
        assertThat(found("", "", "betaling", "")).isEmpty();
        registry.replace(OWNER, ID, correct());
        assertThat(found("", "", "", "skatteetaten:krav")).isEmpty();
    }

    @Test
    void searches_owner_and_type_by_equality() {
        registry.create(OWNER, correct());
        assertThat(registry.search(new ResourceQuery("", "", "", "", "skd", "974761076", Optional.empty())))
                .hasSize(1);
        assertThat(registry.search(new ResourceQuery("", "", "", "", "sk", "", Optional.empty())))
                .isEmpty();
        assertThat(registry.search(new ResourceQuery("", "", "", "", "", "97476107", Optional.empty())))
                .isEmpty();
        var broker = Optional.of(ResourceType.BROKER_SERVICE);
        assertThat(registry.search(new ResourceQuery("", "", "", "", "", "", broker)))
                .isEmpty();
    }

    private List<ResourceId> found(String id, String description, String keyword, String reference) {
        var query = new ResourceQuery(id, description, keyword, reference, "", "", Optional.empty());
        return registry.search(query).stream().map(v -> v.resource().id()).toList();
    }
}
