package no.klarert.access;

import java.util.List;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.AuthenticationLevel;
import no.klarert.vocabulary.ResourceId;
import no.klarert.vocabulary.ScopeName;

/** What the access room asks of the resource registry about API schemes. */
public interface ApiSchemes {
    /** The schemes that list the scope, in order of id. */
    List<ApiScheme> opening(Transaction transaction, ScopeName scope);

    /** How surely whoever delegates the scheme must have logged in; 0 if its policy does not say. */
    AuthenticationLevel requiredLevel(Transaction transaction, ResourceId scheme);
}
