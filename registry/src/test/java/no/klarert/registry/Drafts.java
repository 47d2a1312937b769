package no.klarert.registry;

import java.util.List;
import java.util.Map;
import no.klarert.vocabulary.LocalizedText;

/** Submitted resources for tests: a correct one, and ways to change one thing of it. */
final class Drafts {
    static final LocalizedText COMPLETE = LocalizedText.of(Map.of("nb", "tekst", "nn", "tekst", "en", "text"));

    private Drafts() {}

    static ResourceDraft correct() {
        return named("ske-krav-og-betalinger");
    }

    static ResourceDraft named(String identifier) {
        return new ResourceDraft(
                identifier,
                ResourceType.GENERIC_ACCESS_RESOURCE,
                COMPLETE,
                COMPLETE,
                COMPLETE,
                true,
                true,
                owner("974761076", "skd"),
                ServiceResource.AccessListMode.DISABLED,
                List.of(),
                List.of("krav"),
                "{}");
    }

    static ResourceDraft.Owner owner(String organization, String orgCode) {
        return new ResourceDraft.Owner(organization, orgCode, COMPLETE);
    }

    static ServiceResource.Reference reference(String type, String source, String reference) {
        return new ServiceResource.Reference(source, reference, type);
    }

    static ServiceResource.Reference scope(String scope) {
        return reference("MaskinportenScope", "ExternalPlatform", scope);
    }

    static ResourceDraft withType(ResourceDraft d, ResourceType type) {
        return copy(d, type, d.title(), d.rightDescription(), d.delegable(), d.owner(), d.references());
    }

    static ResourceDraft withTitle(ResourceDraft d, LocalizedText title) {
        return copy(d, d.type(), title, d.rightDescription(), d.delegable(), d.owner(), d.references());
    }

    static ResourceDraft withoutRightDescription(ResourceDraft d, boolean delegable) {
        return copy(d, d.type(), d.title(), LocalizedText.of(Map.of()), delegable, d.owner(), d.references());
    }

    static ResourceDraft withOwner(ResourceDraft d, ResourceDraft.Owner owner) {
        return copy(d, d.type(), d.title(), d.rightDescription(), d.delegable(), owner, d.references());
    }

    static ResourceDraft withReferences(ResourceDraft d, ServiceResource.Reference... references) {
        return copy(d, d.type(), d.title(), d.rightDescription(), d.delegable(), d.owner(), List.of(references));
    }

    private static ResourceDraft copy(
            ResourceDraft d,
            ResourceType type,
            LocalizedText title,
            LocalizedText rightDescription,
            boolean delegable,
            ResourceDraft.Owner owner,
            List<ServiceResource.Reference> references) {
        return new ResourceDraft(
                d.identifier(),
                type,
                title,
                d.description(),
                rightDescription,
                delegable,
                d.visible(),
                owner,
                d.accessListMode(),
                references,
                d.keywords(),
                d.document());
    }
}
