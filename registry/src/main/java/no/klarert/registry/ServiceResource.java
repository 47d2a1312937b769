package no.klarert.registry;

import java.util.List;
import java.util.Optional;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ResourceId;

/**
 * A resource as its owner describes it (resource registry §3): what decisions, lists and pages need, and beside it the whole
 * document as it is given back.
 *
 * @param keywords the words of {@code keywords}, in any language, for searching
 * @param document the owner's JSON document, checked and in canonical form, without {@code versionId}
 */
public record ServiceResource(
        ResourceId id,
        ResourceType type,
        LocalizedText title,
        LocalizedText description,
        LocalizedText rightDescription,
        boolean delegable,
        boolean visible,
        CompetentAuthority owner,
        AccessListMode accessListMode,
        List<Reference> references,
        List<String> keywords,
        String document) {
    public ServiceResource {
        references = List.copyOf(references);
        keywords = List.copyOf(keywords);
    }

    /** The scopes that the resource opens, as its {@code MaskinportenScope} references name them (resource registry §3.2). */
    public List<String> scopes() {
        return references(ResourceRules.SCOPE_REFERENCE);
    }

    /** What the references of one type refer to, in order. */
    public List<String> references(String type) {
        return references.stream()
                .filter(reference -> reference.type().equals(type))
                .map(Reference::reference)
                .toList();
    }

    /** The organisation that owns the resource ({@code hasCompetentAuthority}). */
    public record CompetentAuthority(Optional<OrgNumber> organization, String orgCode, LocalizedText name) {}

    /** A reference to something outside the registry, such as the scope that opens the resource's API. */
    public record Reference(String source, String reference, String type) {}

    /** Whether only members of a connected access list may use the resource. */
    public enum AccessListMode {
        DISABLED,
        ENABLED
    }
}
