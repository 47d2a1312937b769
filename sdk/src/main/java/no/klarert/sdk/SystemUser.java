package no.klarert.sdk;

import java.util.Optional;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;

/**
 * The system user (systembruker) a token was issued for (Maskinporten system user tokens, response). It says who acts, not
 * what it may do: that is the decision point's to say.
 *
 * @param id the principal in decisions
 * @param owner the organisation that owns the system user: the customer, not the vendor
 * @param system the vendor's system in the system register
 */
public record SystemUser(SystemUserId id, OrgNumber owner, Optional<SystemId> system) {}
