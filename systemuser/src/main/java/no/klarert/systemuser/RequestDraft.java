package no.klarert.systemuser;

import java.util.List;
import java.util.Optional;
import no.klarert.vocabulary.ExternalRef;

/**
 * What a vendor asks a customer for, trimmed and of the right shape, not yet checked (system user API §6.1).
 *
 * @param customer an organisation number, perhaps
 * @param externalRef absent: the customer's organisation number
 * @param integrationTitle absent: the name of the system
 * @param accessPackages URNs
 */
public record RequestDraft(
        String system,
        String customer,
        Optional<ExternalRef> externalRef,
        Optional<String> integrationTitle,
        Optional<List<DraftRight>> rights,
        Optional<List<String>> accessPackages,
        Optional<String> redirectUrl) {}
