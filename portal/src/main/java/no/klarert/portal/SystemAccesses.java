package no.klarert.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.ExternalRef;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.RequestId;
import no.klarert.vocabulary.SystemId;
import no.klarert.vocabulary.SystemUserId;

/** System accesses (system users) of a customer, as its people see them and take them away (system user API §8.2, §8.6). */
public interface SystemAccesses {
    /** What one organisation has been asked for and has given. */
    OverviewReading overview(PortalUser person, OrgNumber organization);

    AccessReading read(PortalUser person, SystemUserId id);

    /** Takes away the access and all that was given through it, at once. */
    Deletion delete(PortalUser person, SystemUserId id);

    /** What came of asking for an organisation's overview. */
    sealed interface OverviewReading {
        /** Pending requests and accesses, newest first. */
        record Shown(List<Pending> pending, List<Summary> accesses) implements OverviewReading {
            public Shown {
                pending = List.copyOf(pending);
                accesses = List.copyOf(accesses);
            }
        }

        /** The person does not administer accesses for the organisation, or does not represent it at all. */
        record NoAccess() implements OverviewReading {}

        /** The person must log in more surely to see it. */
        record LevelTooLow(AuthenticationLevel required) implements OverviewReading {}
    }

    /** What came of looking for one system access. */
    sealed interface AccessReading {
        /** The person may see it and take it away. */
        record Found(SystemAccess access) implements AccessReading {}

        /** There is none, or it is not for this person to see: the page must not tell which. */
        record NotFound() implements AccessReading {}

        /** The person must log in more surely to see it. */
        record LevelTooLow(AuthenticationLevel required) implements AccessReading {}
    }

    /** What came of a deletion. */
    enum Deletion {
        DELETED,
        /** Unknown, deleted before, or not for this person to see. */
        NOT_FOUND
    }

    /** A request that waits for an answer. */
    record Pending(RequestId id, LocalizedText systemName, Organization vendor, Instant created) {}

    /** One line of an overview. */
    record Summary(
            SystemUserId id,
            String title,
            LocalizedText systemName,
            Organization vendor,
            ExternalRef externalRef,
            int rights,
            Instant created) {}

    /**
     * One system access in full.
     *
     * @param createdBy name of the person who gave it, if known
     */
    record SystemAccess(
            SystemUserId id,
            String title,
            LocalizedText systemName,
            SystemId system,
            Organization vendor,
            Organization customer,
            ExternalRef externalRef,
            Rights rights,
            Instant created,
            Optional<String> createdBy) {}
}
