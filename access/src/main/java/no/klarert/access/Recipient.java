package no.klarert.access;

import java.util.UUID;
import no.klarert.vocabulary.PartyUuid;
import no.klarert.vocabulary.SystemUserId;

/** Who receives a delegation. */
public sealed interface Recipient {
    UUID uuid();

    /** A person or an organisation. */
    record OfParty(PartyUuid party) implements Recipient {
        @Override
        public UUID uuid() {
            return party.value();
        }
    }

    /** A system user. */
    record OfSystemUser(SystemUserId systemUser) implements Recipient {
        @Override
        public UUID uuid() {
            return systemUser.value();
        }
    }
}
