package no.klarert.policy.reference;

import static no.klarert.policy.reference.Ruling.Kind.DENY;
import static no.klarert.policy.reference.Ruling.Kind.INDETERMINATE_D;
import static no.klarert.policy.reference.Ruling.Kind.INDETERMINATE_DP;
import static no.klarert.policy.reference.Ruling.Kind.INDETERMINATE_P;
import static no.klarert.policy.reference.Ruling.Kind.NOT_APPLICABLE;
import static no.klarert.policy.reference.Ruling.Kind.PERMIT;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.Status;
import no.klarert.policy.reference.Ruling.Kind;

/** The pseudo-code of XACML 3.0 appendix C over children that have all been evaluated; only-one-applicable is not here. */
final class ReferenceCombining {
    private final List<Ruling> children;

    private ReferenceCombining(List<Ruling> children) {
        this.children = children;
    }

    static Ruling combine(String algorithm, List<Ruling> children) {
        var over = new ReferenceCombining(children);
        var name = algorithm.substring(algorithm.lastIndexOf(':') + 1).replace("ordered-", "");
        boolean isOld = algorithm.contains(":1.0:") || algorithm.contains(":1.1:");
        boolean isOfPolicies = algorithm.contains(":policy-combining-algorithm:");
        return switch (name) {
            case "deny-overrides" ->
                !isOld ? over.denyOverrides() : isOfPolicies ? over.oldPolicyDenyOverrides() : over.oldDenyOverrides();
            case "permit-overrides" ->
                !isOld
                        ? over.permitOverrides()
                        : isOfPolicies ? over.oldPolicyPermitOverrides() : over.oldPermitOverrides();
            case "deny-unless-permit" -> over.first(PERMIT).orElseGet(() -> Ruling.agreed(DENY, children));
            case "permit-unless-deny" -> over.first(DENY).orElseGet(() -> Ruling.agreed(PERMIT, children));
            case "first-applicable" -> over.firstApplicable();
            default -> throw new IllegalArgumentException(algorithm);
        };
    }

    private boolean any(Kind kind) {
        return children.stream().anyMatch(child -> child.kind() == kind);
    }

    private Optional<Ruling> first(Kind kind) {
        return children.stream().filter(child -> child.kind() == kind).findFirst();
    }

    /** The status of the first error met. */
    private Ruling error(Kind kind) {
        return Ruling.error(
                kind,
                children.stream()
                        .filter(child -> child.kind().isIndeterminate())
                        .map(Ruling::status)
                        .findFirst()
                        .orElse(Status.OK));
    }

    private Ruling denyOverrides() {
        if (any(DENY)) {
            return first(DENY).orElseThrow();
        }
        if (any(INDETERMINATE_DP) || (any(INDETERMINATE_D) && (any(INDETERMINATE_P) || any(PERMIT)))) {
            return error(INDETERMINATE_DP);
        }
        if (any(INDETERMINATE_D)) {
            return error(INDETERMINATE_D);
        }
        if (any(PERMIT)) {
            return Ruling.agreed(PERMIT, children);
        }
        return any(INDETERMINATE_P) ? error(INDETERMINATE_P) : Ruling.of(NOT_APPLICABLE);
    }

    private Ruling permitOverrides() {
        if (any(PERMIT)) {
            return first(PERMIT).orElseThrow();
        }
        if (any(INDETERMINATE_DP) || (any(INDETERMINATE_P) && (any(INDETERMINATE_D) || any(DENY)))) {
            return error(INDETERMINATE_DP);
        }
        if (any(INDETERMINATE_P)) {
            return error(INDETERMINATE_P);
        }
        if (any(DENY)) {
            return Ruling.agreed(DENY, children);
        }
        return any(INDETERMINATE_D) ? error(INDETERMINATE_D) : Ruling.of(NOT_APPLICABLE);
    }

    private Ruling firstApplicable() {
        return children.stream()
                .filter(child -> child.kind() != NOT_APPLICABLE)
                .findFirst()
                .orElse(Ruling.of(NOT_APPLICABLE));
    }

    /** XACML 3.0 §C.10: atLeastOneError, potentialDeny and atLeastOnePermit. */
    private Ruling oldDenyOverrides() {
        if (any(DENY)) {
            return first(DENY).orElseThrow();
        }
        if (any(INDETERMINATE_D)) {
            return error(INDETERMINATE_DP);
        }
        if (any(PERMIT)) {
            return Ruling.agreed(PERMIT, children);
        }
        return any(INDETERMINATE_P) ? error(INDETERMINATE_DP) : Ruling.of(NOT_APPLICABLE);
    }

    /** XACML 3.0 §C.12: atLeastOneError, potentialPermit and atLeastOneDeny. */
    private Ruling oldPermitOverrides() {
        if (any(PERMIT)) {
            return first(PERMIT).orElseThrow();
        }
        if (any(INDETERMINATE_P)) {
            return error(INDETERMINATE_DP);
        }
        if (any(DENY)) {
            return Ruling.agreed(DENY, children);
        }
        return any(INDETERMINATE_D) ? error(INDETERMINATE_DP) : Ruling.of(NOT_APPLICABLE);
    }

    /** XACML 3.0 §C.11: the first child that denies or is in error ends it with Deny. */
    private Ruling oldPolicyDenyOverrides() {
        for (var child : children) {
            if (child.kind() == DENY || child.kind().isIndeterminate()) {
                return child.kind() == DENY ? child : Ruling.of(DENY);
            }
        }
        return any(PERMIT) ? Ruling.agreed(PERMIT, children) : Ruling.of(NOT_APPLICABLE);
    }

    /** XACML 3.0 §C.13: atLeastOneError and atLeastOneDeny. */
    private Ruling oldPolicyPermitOverrides() {
        if (any(PERMIT)) {
            return first(PERMIT).orElseThrow();
        }
        if (any(DENY)) {
            return Ruling.agreed(DENY, children);
        }
        return children.stream().anyMatch(child -> child.kind().isIndeterminate())
                ? error(INDETERMINATE_DP)
                : Ruling.of(NOT_APPLICABLE);
    }
}
