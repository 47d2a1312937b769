package no.klarert.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import no.klarert.registry.ResourceStore;
import no.klarert.registry.ResourceType;
import no.klarert.registry.ResourceVersion;
import no.klarert.registry.ServiceResource;
import no.klarert.registry.ServiceResource.AccessListMode;
import no.klarert.registry.ServiceResource.CompetentAuthority;
import no.klarert.registry.ServiceResource.Reference;
import no.klarert.storage.StorageException;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link ResourceStore}. */
public abstract class ResourceStoreContract extends StoreContract {
    private static final ResourceId ID = new ResourceId("ske-krav-og-betalinger");
    private static final Instant LATER = Samples.NOW.plusSeconds(60);

    private final ResourceStore resources;

    protected ResourceStoreContract(Transactions transactions, ResourceStore resources) {
        super(transactions);
        this.resources = resources;
    }

    static ServiceResource resource(String id, String document) {
        return resource(id, ResourceType.GENERIC_ACCESS_RESOURCE, document);
    }

    private static ServiceResource resource(String id, ResourceType type, String document) {
        return new ServiceResource(
                new ResourceId(id),
                type,
                Samples.TEXT,
                Samples.TEXT,
                Samples.NO_TEXT,
                true,
                false,
                new CompetentAuthority(Optional.of(Samples.organization(0)), "skd", Samples.TEXT),
                AccessListMode.DISABLED,
                List.of(
                        new Reference("ExternalPlatform", "skatteetaten:kravogbetalinger", "MaskinportenScope"),
                        new Reference("Altinn2", "4711", "ServiceCode")),
                List.of("skatt", "krav"),
                document);
    }

    private static ServiceResource scheme(String id, ResourceType type, Reference... references) {
        var plain = resource(id, type, "{}");
        return new ServiceResource(
                plain.id(),
                plain.type(),
                plain.title(),
                plain.description(),
                plain.rightDescription(),
                plain.delegable(),
                plain.visible(),
                plain.owner(),
                plain.accessListMode(),
                List.of(references),
                plain.keywords(),
                plain.document());
    }

    private static Reference scopeReference(String scope) {
        return new Reference("ExternalPlatform", scope, "MaskinportenScope");
    }

    private OptionalLong tryInsert(ServiceResource resource) {
        return answer(transaction -> resources.insert(transaction, resource, Samples.NOW));
    }

    private long insert(ServiceResource resource) {
        return tryInsert(resource).orElseThrow();
    }

    private long append(ServiceResource resource) {
        return answer(transaction -> {
            assertThat(resources.lockLatest(transaction, resource.id())).isPresent();
            return resources.append(transaction, resource, LATER);
        });
    }

    private Optional<ResourceVersion> latest() {
        return answer(transaction -> resources.latest(transaction, ID));
    }

    @Test
    void finds_an_inserted_resource_as_it_was() {
        var resource = resource(ID.value(), "{\"b\": 1,\n \"a\": \"\\u0000 Å\"}");
        long version = insert(resource);

        assertThat(latest()).contains(new ResourceVersion(version, resource, Samples.NOW));
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void keeps_every_type(ResourceType type) {
        var resource = resource(ID.value(), type, "{}");
        long version = insert(resource);

        assertThat(latest()).contains(new ResourceVersion(version, resource, Samples.NOW));
    }

    @Test
    void keeps_a_resource_with_an_access_list_and_an_owner_without_a_number() {
        var resource = new ServiceResource(
                ID,
                ResourceType.CONSENT,
                Samples.TEXT,
                Samples.TEXT,
                Samples.TEXT,
                false,
                true,
                new CompetentAuthority(Optional.empty(), "ttd", Samples.NO_TEXT),
                AccessListMode.ENABLED,
                List.of(),
                List.of(),
                "{}");
        long version = insert(resource);

        assertThat(latest()).contains(new ResourceVersion(version, resource, Samples.NOW));
    }

    @Test
    void finds_no_resource_that_was_not_inserted() {
        insert(resource("another", "{}"));

        assertThat(latest()).isEmpty();
        assertFound(transaction -> resources.lockLatest(transaction, ID)).isEmpty();
    }

    @Test
    void refuses_a_second_resource_with_the_same_id() {
        insert(resource(ID.value(), "{}"));

        assertThat(tryInsert(resource(ID.value(), "{\"a\":1}"))).isEmpty();
        assertThat(latest().orElseThrow().resource().document()).isEqualTo("{}");
    }

    @Test
    void lets_one_of_several_insertions_at_once_win() {
        var won = Race.of(4, runner -> tryInsert(resource(ID.value(), "{\"runner\":" + runner + "}")));

        assertThat(won).filteredOn(version -> version.isPresent()).hasSize(1);
    }

    @Test
    void answers_the_newest_version_as_the_latest_and_keeps_the_older() {
        long first = insert(resource(ID.value(), "{}"));
        var changed = resource(ID.value(), "{\"a\":1}");
        long second = append(changed);

        assertThat(second).isGreaterThan(first);
        assertThat(latest()).contains(new ResourceVersion(second, changed, LATER));
        assertFound(transaction -> resources.lockLatest(transaction, ID))
                .contains(new ResourceVersion(second, changed, LATER));
        assertFound(transaction -> resources.version(transaction, ID, first))
                .contains(new ResourceVersion(first, resource(ID.value(), "{}"), Samples.NOW));
    }

    @Test
    void refuses_a_further_version_of_an_unknown_resource() {
        assertThatThrownBy(() ->
                        answer(transaction -> resources.append(transaction, resource(ID.value(), "{}"), Samples.NOW)))
                .isInstanceOf(StorageException.class);
        assertThat(latest()).isEmpty();
    }

    @Test
    void counts_versions_over_all_resources() {
        long first = insert(resource(ID.value(), "{}"));
        long second = insert(resource("another", "{}"));
        long third = append(resource(ID.value(), "{}"));

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void finds_no_version_of_another_resource() {
        long version = insert(resource(ID.value(), "{}"));
        insert(resource("another", "{}"));

        assertFound(transaction -> resources.version(transaction, new ResourceId("another"), version))
                .isEmpty();
        assertFound(transaction -> resources.version(transaction, ID, version + 1_000))
                .isEmpty();
    }

    @Test
    void lets_no_one_else_change_a_locked_resource() {
        insert(resource(ID.value(), "{}"));

        assertWaits(
                transaction -> resources.lockLatest(transaction, ID),
                transaction -> resources.lockLatest(transaction, ID));
    }

    @Test
    void sees_what_the_one_before_changed_when_the_lock_is_given() {
        insert(resource(ID.value(), "0"));

        Race.of(
                4,
                runner -> answer(transaction -> {
                    var before = resources.lockLatest(transaction, ID).orElseThrow();
                    int count = Integer.parseInt(before.resource().document());
                    return resources.append(transaction, resource(ID.value(), Integer.toString(count + 1)), LATER);
                }));

        assertThat(latest().orElseThrow().resource().document()).isEqualTo("4");
    }

    @Test
    void lists_the_latest_of_every_resource_in_order_of_id() {
        insert(resource("bbbb", "{}"));
        insert(resource("aaa_", "{}"));
        insert(resource("aaa-", "{}"));
        append(resource("bbbb", "{\"a\":1}"));

        assertListed(resources::listLatest)
                .extracting(version ->
                        version.resource().id() + " " + version.resource().document())
                .containsExactly("aaa- {}", "aaa_ {}", "bbbb {\"a\":1}");
    }

    private List<ResourceId> schemesOf(String scope) {
        return answer(transaction -> resources.schemesOf(transaction, ScopeName.parse(scope)));
    }

    @Test
    void finds_the_schemes_of_a_scope_in_order() {
        insert(scheme(
                "scheme-b", ResourceType.MASKINPORTEN_SCHEMA, scopeReference("acme:a"), scopeReference("acme:å/b")));
        insert(scheme("scheme-a", ResourceType.MASKINPORTEN_SCHEMA, scopeReference("acme:å/b")));

        assertThat(schemesOf("acme:å/b")).containsExactly(new ResourceId("scheme-a"), new ResourceId("scheme-b"));
        assertThat(schemesOf("acme:a")).containsExactly(new ResourceId("scheme-b"));
    }

    @Test
    void finds_no_scheme_by_part_of_a_scope_by_another_kind_of_reference_or_of_another_type() {
        insert(scheme("scheme-a", ResourceType.MASKINPORTEN_SCHEMA, scopeReference("acme:orders.read")));
        insert(scheme("scheme-b", ResourceType.MASKINPORTEN_SCHEMA, new Reference("Default", "acme:orders", "Uri")));
        insert(scheme("scheme-c", ResourceType.GENERIC_ACCESS_RESOURCE, scopeReference("acme:orders")));

        assertThat(schemesOf("acme:orders")).isEmpty();
        assertThat(schemesOf("acme:ORDERS.read")).isEmpty();
    }

    @Test
    void finds_schemes_by_what_their_latest_version_refers_to() {
        insert(scheme("scheme-a", ResourceType.MASKINPORTEN_SCHEMA, scopeReference("acme:old")));
        append(scheme("scheme-a", ResourceType.MASKINPORTEN_SCHEMA, scopeReference("acme:new")));

        assertThat(schemesOf("acme:new")).containsExactly(new ResourceId("scheme-a"));
        assertThat(schemesOf("acme:old")).isEmpty();
    }
}
