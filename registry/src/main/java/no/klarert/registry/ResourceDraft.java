package no.klarert.registry;

import java.util.List;
import no.klarert.vocabulary.LocalizedText;

/**
 * A resource as submitted: every required member is there and has the right type (resource registry §3.4, phase A), the rules
 * of the registry are not yet applied (phase B). The members are those of {@link ServiceResource}.
 *
 * @param document the submitted JSON document in canonical form, without {@code versionId}
 */
public record ResourceDraft(
        String identifier,
        ResourceType type,
        LocalizedText title,
        LocalizedText description,
        LocalizedText rightDescription,
        boolean delegable,
        boolean visible,
        Owner owner,
        ServiceResource.AccessListMode accessListMode,
        List<ServiceResource.Reference> references,
        List<String> keywords,
        String document) {
    public ResourceDraft {
        references = List.copyOf(references);
        keywords = List.copyOf(keywords);
    }

    /**
     * {@code hasCompetentAuthority} as submitted.
     *
     * @param organization empty if not stated
     * @param orgCode empty if not stated
     */
    public record Owner(String organization, String orgCode, LocalizedText name) {}

    /** Whether the resource names an Altinn Studio app. */
    boolean isApp() {
        return type == ResourceType.ALTINN_APP || type == ResourceType.MIGRATED_APP;
    }

    boolean hasReference(String referenceType) {
        return references.stream().anyMatch(reference -> reference.type().equals(referenceType));
    }
}
