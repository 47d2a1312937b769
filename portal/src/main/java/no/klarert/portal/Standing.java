package no.klarert.portal;

import java.util.List;
import no.klarert.vocabulary.AuthenticationLevel;

/** What a person who can see a request may do about it, while it is new. */
public sealed interface Standing {
    /** May approve and decline. */
    record MayAnswer() implements Standing {}

    /** Represents the customer without being its access manager: may neither approve nor decline. */
    record MayNotAnswer() implements Standing {}

    /** Access manager, yet cannot pass on all that is asked for: may decline only. */
    record LacksRights(List<MissingRight> missing) implements Standing {
        public LacksRights {
            missing = List.copyOf(missing);
        }
    }

    /** Must log in more surely before answering. */
    record LevelTooLow(AuthenticationLevel required) implements Standing {}
}
