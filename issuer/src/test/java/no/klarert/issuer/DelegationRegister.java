package no.klarert.issuer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;

/** The delegations of a test: consumer, supplier and scope. */
final class DelegationRegister implements ScopeDelegations {
    static final String OTHER_SOURCE = "https://other.example/";

    final Set<List<Object>> given = new HashSet<>();

    @Override
    public boolean isSource(String issuer) {
        return Set.of(Installation.DELEGATION_SOURCE.issuer(), OTHER_SOURCE).contains(issuer);
    }

    @Override
    public boolean isDelegated(OrgNumber consumer, OrgNumber supplier, ScopeName scope) {
        return given.contains(List.of(consumer, supplier, scope));
    }
}
