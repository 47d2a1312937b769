package no.klarert.systemuser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import no.klarert.storage.Transaction;
import no.klarert.systemuser.PackagesCheck.Visibility;
import no.klarert.vocabulary.AccessPackage;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.InvalidValueException;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.SystemId;

/** Checks the description of a new system as a whole and reports every fault at once (system user API §5.4, step 3). */
final class SystemCheck {
    private final SystemStore systems;
    private final RightsCheck rightsCheck;
    private final PackagesCheck packagesCheck;

    SystemCheck(SystemStore systems, Offerings offerings) {
        this.systems = systems;
        this.rightsCheck = new RightsCheck(offerings);
        this.packagesCheck = new PackagesCheck(offerings);
    }

    /** The organisation in {@code vendor}, if it names one. */
    static Optional<OrgNumber> vendor(SystemDraft draft) {
        try {
            return Optional.of(OrgNumber.fromIso6523(draft.vendor()));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    Findings check(Transaction transaction, SystemDraft draft, OrgNumber vendor) {
        List<ValidationIssue> issues = new ArrayList<>();
        var id = checkId(transaction, draft.id(), vendor, issues);
        var urls = checkRedirectUrls(draft.allowedRedirectUrls(), issues);
        checkClients(transaction, draft.clientIds(), issues);
        var rights = rightsCheck.check(transaction, draft.rights());
        var packages =
                packagesCheck.check(draft.accessPackages(), draft.visible() ? Visibility.VISIBLE : Visibility.HIDDEN);
        issues.addAll(rights.issues());
        issues.addAll(packages.issues());
        return new Findings(id, urls, rights.values(), packages.values(), issues);
    }

    private Optional<SystemId> checkId(
            Transaction transaction, String text, OrgNumber vendor, List<ValidationIssue> issues) {
        if (text.chars().anyMatch(Character::isWhitespace)) {
            issues.add(ValidationIssue.of(ValidationCode.SYSTEM_ID_BLANKS));
        }
        int end = text.indexOf('_');
        if (!vendor.value().equals(end < 0 ? text : text.substring(0, end))) {
            issues.add(ValidationIssue.of(ValidationCode.SYSTEM_ID_FORMAT));
        }
        var id = parse(text);
        if (id.isEmpty() && issues.isEmpty()) {
            issues.add(ValidationIssue.of(ValidationCode.SYSTEM_ID_FORMAT));
        }
        if (id.flatMap(known -> systems.find(transaction, known)).isPresent()) {
            issues.add(ValidationIssue.of(ValidationCode.SYSTEM_ID_TAKEN));
        }
        return id;
    }

    private static Optional<SystemId> parse(String text) {
        try {
            return Optional.of(new SystemId(text));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private static List<String> checkRedirectUrls(List<String> texts, List<ValidationIssue> issues) {
        List<String> urls = new ArrayList<>();
        for (var text : texts) {
            RedirectUrl.parse(text).map(RedirectUrl::normalized).ifPresent(urls::add);
        }
        if (urls.size() < texts.size()) {
            issues.add(ValidationIssue.of(ValidationCode.REDIRECT_URL));
        }
        return urls;
    }

    /** Doubles are refused here as when a system is replaced; the public service only notices them in its database. */
    private void checkClients(Transaction transaction, List<ClientId> clients, List<ValidationIssue> issues) {
        if (clients.stream()
                .anyMatch(client -> systems.holderOf(transaction, client).isPresent())) {
            issues.add(ValidationIssue.of(ValidationCode.CLIENT_ID_TAKEN));
        }
        if (new HashSet<>(clients).size() < clients.size()) {
            issues.add(ValidationIssue.of(ValidationCode.CLIENT_ID_DOUBLED));
        }
    }

    /** What could be read of a description, usable only if there are no issues; then the id is present. */
    record Findings(
            Optional<SystemId> id,
            List<String> redirectUrls,
            List<Right> rights,
            List<AccessPackage> accessPackages,
            List<ValidationIssue> issues) {}
}
