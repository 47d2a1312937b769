package no.klarert.registry;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.Dialect;
import no.klarert.policy.Issue;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.syntax.Policy;
import no.klarert.storage.AuditEvent;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;
import no.klarert.storage.Transactions;
import no.klarert.vocabulary.ResourceId;

/**
 * The policies of resources: upload, download, and the parsed form that views and delegation checks read (resource registry
 * §5 and §6). A policy is checked when it is uploaded: what decisions could not evaluate, or would not evaluate as written, is
 * not stored.
 */
public final class ResourcePolicies {
    private static final int MOST_ISSUES_SHOWN = 20;

    private final Transactions transactions;
    private final ResourceStore resources;
    private final PolicyStore policies;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ResourcePolicies(
            Transactions transactions,
            ResourceStore resources,
            PolicyStore policies,
            AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.resources = resources;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts a policy in force in place of the former one, at once and everywhere (resource registry §5.1). */
    public UploadOutcome upload(Caller caller, ResourceId id, Bytes xml) {
        return transactions.run(tx -> upload(tx, caller, id, xml));
    }

    /** As {@link #upload(Caller, ResourceId, Bytes)}, as part of a larger change. */
    public UploadOutcome upload(Transaction transaction, Caller caller, ResourceId id, Bytes xml) {
        var resource = resources.lockLatest(transaction, id);
        if (resource.isEmpty()) {
            return new UploadOutcome.UnknownResource();
        }
        if (!caller.mayChange(resource.get().resource().owner())) {
            return new UploadOutcome.NotOwner();
        }
        return switch (PolicyCompiler.compile(xml.toArray(), Dialect.ALTINN)) {
            case CompilationResult.Rejected(var issues) -> new UploadOutcome.Refused(refusal(issues));
            case CompilationResult.Compiled(var policy, var warnings) ->
                refusal(policy.policy(), warnings, id)
                        .<UploadOutcome>map(UploadOutcome.Refused::new)
                        .orElseGet(() -> store(transaction, caller, id, xml, warnings));
        };
    }

    private static Optional<String> refusal(Policy policy, List<Issue> warnings, ResourceId id) {
        return PolicyBinding.refusal(policy, id)
                .or(() -> Optional.of(unfit(policy, warnings))
                        .filter(issues -> !issues.isEmpty())
                        .map(ResourcePolicies::refusal));
    }

    /** What decisions could not evaluate, and what they would not evaluate as written, in the order of the source. */
    private static List<Issue> unfit(Policy policy, List<Issue> warnings) {
        var undecidable = warnings.stream().filter(issue -> issue.severity() == Issue.Severity.UNDECIDABLE);
        return Stream.concat(undecidable, WideReading.issues(policy).stream())
                .sorted(Comparator.comparingInt(Issue::line).thenComparingInt(Issue::column))
                .toList();
    }

    private UploadOutcome store(
            Transaction transaction, Caller caller, ResourceId id, Bytes xml, List<Issue> warnings) {
        var at = clock.instant();
        long version = policies.put(transaction, id, xml, at);
        audit.record(
                transaction,
                new AuditEvent(at, caller.actor(), "policy.upload", id.value(), "policy version " + version));
        return new UploadOutcome.Stored(version, warnings);
    }

    private static String refusal(List<Issue> issues) {
        var shown =
                issues.stream().limit(MOST_ISSUES_SHOWN).map(Issue::toString).collect(Collectors.joining("; "));
        var more = issues.size() > MOST_ISSUES_SHOWN ? "; and " + (issues.size() - MOST_ISSUES_SHOWN) + " more" : "";
        return "Policy not accepted: " + shown + more;
    }

    /** The bytes as uploaded (resource registry §5.3). */
    public Optional<Bytes> download(ResourceId id) {
        return transactions.run(tx -> policies.current(tx, id)).map(PolicyStore.StoredPolicy::xml);
    }

    /** The policy in force, parsed; empty if there is none. */
    public Optional<Policy> parsed(ResourceId id) {
        return transactions.run(tx -> parsed(tx, id));
    }

    /** As {@link #parsed(ResourceId)}, as part of something larger. */
    public Optional<Policy> parsed(Transaction transaction, ResourceId id) {
        return policies.current(transaction, id)
                .map(stored -> switch (PolicyCompiler.compile(stored.xml().toArray(), Dialect.ALTINN)) {
                    case CompilationResult.Compiled(var policy, var warnings) -> policy.policy();
                    case CompilationResult.Rejected(var issues) ->
                        throw new UnreadablePolicyException(id, stored.version(), refusal(issues));
                });
    }
}
