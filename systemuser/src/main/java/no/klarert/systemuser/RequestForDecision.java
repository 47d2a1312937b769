package no.klarert.systemuser;

import java.util.List;
import no.klarert.vocabulary.AuthenticationLevel;

/** A request as a person sees it who represents the customer (system user API §6.8). */
public record RequestForDecision(
        RequestView view, Customers.Customer customer, RegisteredSystem system, Standing standing) {

    /** What the person may do about the request. */
    public sealed interface Standing {
        /**
         * May reject, and approve if nothing is missing.
         *
         * @param missing what the person cannot pass on; not looked for once the request is decided
         */
        record MayDecide(List<Delegations.Check> missing) implements Standing {
            public MayDecide {
                missing = List.copyOf(missing);
            }
        }

        /** Must log in more surely first. */
        record LevelTooLow(AuthenticationLevel required) implements Standing {}

        /** May only see it. */
        record MayOnlySee() implements Standing {}
    }
}
