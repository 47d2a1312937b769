package no.klarert.systemuser;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.storage.Transaction;

/** Checks the rights that a system asks to offer (system user API §5.2, V-RIGHTS). */
final class RightsCheck {
    private static final Map<ValidationCode, String> DETAILS = Map.of(
            ValidationCode.RESOURCE_ATTRIBUTE, "Invalid Resource Id Details : ",
            ValidationCode.RESOURCE_UNKNOWN, "ResourceIds Not Found : ",
            ValidationCode.RESOURCE_NOT_DELEGABLE, "ResourceIds Not Delegable : ");
    private static final List<ValidationCode> ORDER = List.of(
            ValidationCode.RESOURCE_ATTRIBUTE, ValidationCode.RESOURCE_UNKNOWN, ValidationCode.RESOURCE_NOT_DELEGABLE);

    private final Offerings offerings;

    RightsCheck(Offerings offerings) {
        this.offerings = offerings;
    }

    Checked<Right> check(Transaction transaction, List<DraftRight> drafts) {
        List<Right> rights = new ArrayList<>();
        Map<ValidationCode, List<String>> wrong = new EnumMap<>(ValidationCode.class);
        for (var draft : drafts) {
            var fault = fault(transaction, draft);
            if (fault.isPresent()) {
                wrong.computeIfAbsent(fault.get(), code -> new ArrayList<>()).add(draft.value());
            } else {
                rights.add(new Right(draft.action(), draft.resource().orElseThrow()));
            }
        }
        return new Checked<>(rights, issues(drafts, wrong));
    }

    private Optional<ValidationCode> fault(Transaction transaction, DraftRight draft) {
        if (!draft.refersToResource()) {
            return Optional.of(ValidationCode.RESOURCE_ATTRIBUTE);
        }
        var canBeGiven = draft.resource().flatMap(resource -> offerings.canBeGiven(transaction, resource));
        if (canBeGiven.isEmpty()) {
            return Optional.of(ValidationCode.RESOURCE_UNKNOWN);
        }
        return canBeGiven.get() ? Optional.empty() : Optional.of(ValidationCode.RESOURCE_NOT_DELEGABLE);
    }

    private static List<ValidationIssue> issues(List<DraftRight> drafts, Map<ValidationCode, List<String>> wrong) {
        List<ValidationIssue> issues = new ArrayList<>();
        for (var code : ORDER) {
            if (wrong.containsKey(code)) {
                issues.add(
                        ValidationIssue.of(code, DETAILS.getOrDefault(code, ""), String.join(" | ", wrong.get(code))));
            }
        }
        if (new HashSet<>(drafts).size() < drafts.size()) {
            issues.add(ValidationIssue.of(ValidationCode.RIGHT_DOUBLED));
        }
        return issues;
    }
}
