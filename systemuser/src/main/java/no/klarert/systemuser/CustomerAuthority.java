package no.klarert.systemuser;

import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.UserId;

/** What a person may do about a customer's system users. */
public interface CustomerAuthority {
    Authority authority(Transaction transaction, EndUser person, Customers.Customer customer, Matter matter);

    /** Whether the person represents the customer in any way: may see, perhaps not decide. */
    boolean represents(Transaction transaction, UserId person, Customers.Customer customer);

    /** What it is about (system user API §2.3). */
    enum Matter {
        /** {@code altinn_access_management}, {@code read}. */
        READ_ACCESS,
        /** {@code altinn_access_management}, {@code write}. */
        CHANGE_ACCESS,
        /** {@code altinn_system_user_overview}, {@code read}. */
        SEE_OVERVIEW
    }

    /** Whether the person has the authority. */
    sealed interface Authority {
        record Held() implements Authority {}

        /** The person would have it after logging in more surely. */
        record LevelTooLow(AuthenticationLevel required) implements Authority {}

        record Lacking() implements Authority {}
    }
}
