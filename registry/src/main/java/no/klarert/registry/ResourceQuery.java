package no.klarert.registry;

import java.util.Locale;
import java.util.Optional;

/**
 * What to search for (resource registry §4.6); all members must match. Id, description, keyword and reference are parts of the
 * text, ignoring case; org code, organisation number and type are the whole of it. Empty text matches everything.
 */
public record ResourceQuery(
        String id,
        String description,
        String keyword,
        String reference,
        String orgCode,
        String organization,
        Optional<ResourceType> type) {
    /** Resources of type MigratedApp are never found. */
    boolean matches(ServiceResource resource) {
        return resource.type() != ResourceType.MIGRATED_APP
                && contains(resource.id().value(), id)
                && (description.isEmpty()
                        || resource.description().byLanguage().values().stream()
                                .anyMatch(text -> contains(text, description)))
                && (keyword.isEmpty() || resource.keywords().stream().anyMatch(word -> contains(word, keyword)))
                && (reference.isEmpty()
                        || resource.references().stream().anyMatch(one -> contains(one.reference(), reference)))
                && matches(resource.owner())
                && (type.isEmpty() || type.get() == resource.type());
    }

    private boolean matches(ServiceResource.CompetentAuthority owner) {
        return (orgCode.isEmpty() || owner.orgCode().equals(orgCode))
                && (organization.isEmpty()
                        || owner.organization()
                                .filter(number -> number.value().equals(organization))
                                .isPresent());
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
