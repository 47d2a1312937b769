package no.klarert.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.klarert.sdk.AuthorizationOutcome.Denied;
import no.klarert.sdk.AuthorizationOutcome.Reason;
import no.klarert.sdk.Decision.Obligation;
import no.klarert.vocabulary.AuthenticationLevel;

/**
 * The obligations of one permit, as far as they are understood: minimum authentication levels (authorization PDP, calling the
 * service correctly). An obligation with anything else in it, or with nothing, is unknown.
 */
final class Obligations {
    private static final String MINIMUM_LEVEL = "urn:altinn:minimum-authenticationlevel";
    private static final String MINIMUM_LEVEL_ORG = "urn:altinn:minimum-authenticationlevel-org";
    private static final Pattern LEVEL = Pattern.compile("[0-4]");

    private final List<AuthenticationLevel> minimum = new ArrayList<>();
    private final List<AuthenticationLevel> minimumForServiceOwners = new ArrayList<>();
    private Optional<Denied> unknown = Optional.empty();

    Obligations(List<Obligation> obligations) {
        obligations.forEach(this::read);
    }

    /** What keeps the permit from being access for this caller, if anything does. */
    Optional<Denied> unmetBy(VerifiedToken token) {
        if (unknown.isPresent()) {
            return unknown;
        }
        var level = token.authenticationLevel();
        boolean serviceOwnerSuffices = token.serviceOwner().isPresent()
                && !minimumForServiceOwners.isEmpty()
                && minimumForServiceOwners.stream().allMatch(level::satisfies);
        return serviceOwnerSuffices
                ? Optional.empty()
                : minimum.stream()
                        .filter(required -> !level.satisfies(required))
                        .findFirst()
                        .map(required -> tooLow(level, required));
    }

    private void read(Obligation obligation) {
        if (obligation.assignments().isEmpty()) {
            unknown = Optional.of(unknown(obligation, "it assigns nothing"));
        }
        for (var assignment : obligation.assignments()) {
            boolean known = LEVEL.matcher(assignment.value()).matches()
                    && switch (assignment.category()) {
                        case MINIMUM_LEVEL -> minimum.add(level(assignment.value()));
                        case MINIMUM_LEVEL_ORG -> minimumForServiceOwners.add(level(assignment.value()));
                        default -> false;
                    };
            if (!known) {
                unknown = Optional.of(unknown(obligation, "category " + Shown.quoted(assignment.category())));
            }
        }
    }

    private static AuthenticationLevel level(String value) {
        return new AuthenticationLevel(Integer.parseInt(value));
    }

    private static Denied unknown(Obligation obligation, String detail) {
        return new Denied(
                Reason.UNKNOWN_OBLIGATION,
                "obligation " + Shown.quoted(obligation.id()) + " is not understood: " + detail);
    }

    private static Denied tooLow(AuthenticationLevel level, AuthenticationLevel required) {
        return new Denied(
                Reason.LEVEL_TOO_LOW,
                "authentication level " + required.value() + " is required, the token has " + level.value());
    }
}
