package no.klarert.systemuser;

import java.util.List;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.LocalizedText;

/**
 * A system as its vendor describes it, trimmed and of the right shape, not yet checked (system user API §5.1).
 *
 * @param vendor the vendor's organisation number as ISO 6523, such as {@code 0192:310000019}
 * @param name in nb, nn and en at least
 * @param accessPackages URNs
 */
public record SystemDraft(
        String id,
        String vendor,
        LocalizedText name,
        LocalizedText description,
        List<DraftRight> rights,
        List<String> accessPackages,
        List<ClientId> clientIds,
        boolean visible,
        List<String> allowedRedirectUrls) {
    public SystemDraft {
        rights = List.copyOf(rights);
        accessPackages = List.copyOf(accessPackages);
        clientIds = List.copyOf(clientIds);
        allowedRedirectUrls = List.copyOf(allowedRedirectUrls);
    }
}
