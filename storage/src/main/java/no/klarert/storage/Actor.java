package no.klarert.storage;

import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.UserId;

/** Who caused a change: an organisation through one of its clients, a person in the portal, or the installation itself. */
public sealed interface Actor {
    /** An organisation, authenticated by an access token of its client. */
    record OfOrganization(OrgNumber organization, String clientId) implements Actor {}

    /** A person, authenticated by log-in. */
    record OfPerson(UserId user) implements Actor {}

    /** The installation: loading a world, creating keys. */
    record OfInstallation() implements Actor {}

    /** A short form for the audit trail, free of personal identifiers: {@code org:310000019}, {@code user:20000001}. */
    default String label() {
        return switch (this) {
            case OfOrganization o -> "org:" + o.organization();
            case OfPerson p -> "user:" + p.user();
            case OfInstallation i -> "installation";
        };
    }
}
