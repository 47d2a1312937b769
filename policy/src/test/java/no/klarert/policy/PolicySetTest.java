package no.klarert.policy;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicySetXml.always;
import static no.klarert.policy.PolicySetXml.policySet;
import static no.klarert.policy.PolicySetXml.reference;
import static no.klarert.policy.PolicySetXml.setReference;
import static no.klarert.policy.PolicyXml.assignment;
import static no.klarert.policy.PolicyXml.deny;
import static no.klarert.policy.PolicyXml.equal;
import static no.klarert.policy.PolicyXml.obligation;
import static no.klarert.policy.PolicyXml.obligations;
import static no.klarert.policy.PolicyXml.only;
import static no.klarert.policy.PolicyXml.permit;
import static no.klarert.policy.PolicyXml.required;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policy sets and references (XACML 3.0 §5.1, §5.10–5.13, §7.13–7.15). */
class PolicySetTest {
    private static final Request READ = request("action a string read");

    private static PolicyLibrary library(String... sources) {
        var library = PolicyLibrary.of(
                Stream.of(sources).map(PolicyXml::bytes).toList(), CompilerOptions.of(Dialect.STANDARD));
        assertThat(library.refused()).isEmpty();
        return library;
    }

    private static CompilationResult compile(String root, PolicyLibrary library) {
        return PolicyCompiler.compile(
                PolicyXml.bytes(root), CompilerOptions.of(Dialect.STANDARD).library(library));
    }

    private static CompiledPolicy compiledWith(String root, String... sources) {
        return switch (compile(root, library(sources))) {
            case CompilationResult.Compiled ok -> ok.policy();
            case CompilationResult.Rejected no -> throw new AssertionError(no.issues());
        };
    }

    private static List<String> errors(String root, String... sources) {
        return switch (compile(root, library(sources))) {
            case CompilationResult.Compiled ok -> throw new AssertionError("not refused");
            case CompilationResult.Rejected no ->
                no.issues().stream().map(Issue::message).toList();
        };
    }

    private static DecisionValue decide(String root, String... sources) {
        return compiledWith(root, sources).evaluate(READ).value();
    }

    private static String member(char kind, int number) {
        var id = "p" + number;
        return switch (kind) {
            case 'P' -> always(id, "Permit");
            case 'D' -> always(id, "Deny");
            case 'n' -> PolicySetXml.policy(id, "deny-overrides", only(equal("action", "a", "write")), permit("r"));
            case 'N' -> PolicySetXml.policy(id, "deny-overrides", permit("r", only(equal("action", "a", "write"))));
            case 'p' -> PolicySetXml.policy(id, "deny-overrides", failing(), permit("r"));
            case 'd' -> PolicySetXml.policy(id, "deny-overrides", failing(), deny("r"));
            default -> throw new IllegalArgumentException(String.valueOf(kind));
        };
    }

    private static String failing() {
        return only(PolicyXml.match("string-equal", value("string", "x"), required("subject", "no", "string")));
    }

    private static String members(String kinds) {
        var members = new StringBuilder();
        for (int i = 0; i < kinds.length(); i++) {
            members.append(member(kinds.charAt(i), i)).append('\n');
        }
        return members.toString();
    }

    /** n: the target does not match; N: the target matches and no rule applies; p, d: in error, would permit or deny. */
    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        "deny-overrides, PD, DENY",
        "deny-overrides, PN, PERMIT",
        "deny-overrides, pP, PERMIT",
        "deny-overrides, dP, INDETERMINATE",
        "deny-overrides, nN, NOT_APPLICABLE",
        "ordered-deny-overrides, PD, DENY",
        "permit-overrides, DP, PERMIT",
        "permit-overrides, dD, DENY",
        "permit-overrides, pD, INDETERMINATE",
        "ordered-permit-overrides, DP, PERMIT",
        "deny-unless-permit, nd, DENY",
        "deny-unless-permit, nP, PERMIT",
        "permit-unless-deny, np, PERMIT",
        "permit-unless-deny, nD, DENY",
        "first-applicable, nDP, DENY",
        "first-applicable, npD, INDETERMINATE",
        "first-applicable, nN, NOT_APPLICABLE",
        "only-one-applicable, nPn, PERMIT",
        "only-one-applicable, nN, NOT_APPLICABLE",
        "only-one-applicable, NP, INDETERMINATE",
        "only-one-applicable, PP, INDETERMINATE",
        "only-one-applicable, nn, NOT_APPLICABLE",
        "only-one-applicable, Pp, INDETERMINATE",
        "urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:deny-overrides, Pp, DENY",
        "urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:deny-overrides, nP, PERMIT",
        "urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:permit-overrides, pD, DENY",
        "urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:permit-overrides, pn, INDETERMINATE",
        "urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:permit-overrides, dP, PERMIT",
        "urn:oasis:names:tc:xacml:1.1:policy-combining-algorithm:ordered-deny-overrides, dP, DENY",
        "urn:oasis:names:tc:xacml:1.1:policy-combining-algorithm:ordered-permit-overrides, Dp, DENY"
    })
    void policies_are_combined_as_their_set_says(String algorithm, String kinds, DecisionValue expected) {
        assertThat(decide(policySet("s", algorithm, members(kinds)))).isEqualTo(expected);
    }

    @Test
    void a_set_whose_target_does_not_match_is_not_applicable() {
        var target = only(equal("action", "a", "write"));
        assertThat(decide(policySet("s", "deny-overrides", target, always("p", "Permit"))))
                .isEqualTo(DecisionValue.NOT_APPLICABLE);
        assertThat(decide(policySet("s", "deny-overrides", only(equal("action", "a", "read")), always("p", "Permit"))))
                .isEqualTo(DecisionValue.PERMIT);
    }

    @Test
    void a_set_without_members_is_not_applicable() {
        assertThat(decide(policySet("s", "deny-overrides"))).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void duties_come_from_inside_outwards() {
        var inner = PolicySetXml.policy("p", "deny-overrides", permit("r", duty("rule")), duty("policy"));
        var decision = compiledWith(policySet("s", "deny-overrides", inner, duty("set")))
                .evaluate(READ);
        assertThat(decision.obligations()).extracting(Obligation::id).containsExactly("rule", "policy", "set");
        assertThat(compiledWith(policySet("s", "deny-overrides", always("q", "Deny"), inner, duty("set")))
                        .evaluate(READ)
                        .obligations())
                .isEmpty();
    }

    private static String duty(String id) {
        return obligations(obligation(id, "Permit", assignment("a", value("string", "x"))));
    }

    @Test
    void each_policy_has_its_variables_for_itself() {
        var one = PolicySetXml.policy(
                "p1",
                "deny-overrides",
                PolicyXml.variable("v", value("boolean", "false")),
                permit("r", PolicyXml.condition(PolicyXml.reference("v"))));
        var other = PolicySetXml.policy(
                "p2",
                "deny-overrides",
                PolicyXml.variable("v", PolicyXml.apply("not", value("boolean", "false"))),
                permit("r", PolicyXml.condition(PolicyXml.reference("v"))));
        assertThat(decide(policySet("s", "deny-overrides", one))).isEqualTo(DecisionValue.NOT_APPLICABLE);
        assertThat(decide(policySet("s", "deny-overrides", one, other))).isEqualTo(DecisionValue.PERMIT);
    }

    @Test
    void a_reference_stands_for_what_it_refers_to() {
        assertThat(decide(policySet("s", "deny-overrides", reference("p")), always("p", "Deny")))
                .isEqualTo(DecisionValue.DENY);
        assertThat(decide(
                        policySet("s", "deny-overrides", setReference("t")),
                        policySet("t", "permit-overrides", reference("p")),
                        always("p", "Permit")))
                .isEqualTo(DecisionValue.PERMIT);
    }

    @ParameterizedTest(name = "of 1.0, 1.2, 1.10 and 2.0, [{0}] takes {1}")
    @CsvSource({
        "'', 2.0",
        "Version='1.2', 1.2",
        "Version='1.*', 1.10",
        "Version='1.+', 1.10",
        "Version='+', 2.0",
        "Version='01.2', 1.2",
        "LatestVersion='1.9', 1.2",
        "LatestVersion='1.*', 1.10",
        "EarliestVersion='1.1' LatestVersion='1.3', 1.2",
        "EarliestVersion='2.0', 2.0",
        "EarliestVersion='2.1', none",
        "Version='1', none",
        "Version='1.2.+', none"
    })
    void a_reference_takes_the_newest_version_that_fits(String patterns, String expected) {
        var versions = Stream.of("1.0", "1.2", "1.10", "2.0")
                .map(version -> PolicySetXml.policy("p", "deny-overrides", permit("r"), duty(version))
                        .replace("Version=\"1.0\"", "Version=\"" + version + "\""))
                .toArray(String[]::new);
        var decision = compiledWith(policySet("s", "deny-overrides", reference("p", patterns)), versions)
                .evaluate(READ);
        var taken = decision.obligations().stream().map(Obligation::id).findFirst();
        assertThat(taken.orElse("none")).isEqualTo(expected);
    }

    @Test
    void a_reference_that_leads_nowhere_harms_only_what_reaches_it() {
        var set = policySet("s", "first-applicable", member('n', 1), reference("nowhere"));
        var decision = compiledWith(set).evaluate(READ);
        assertThat(decision.value()).isEqualTo(DecisionValue.INDETERMINATE);
        assertThat(decision.status().code()).isEqualTo(Xacml.STATUS_PROCESSING_ERROR);
        assertThat(decide(policySet("s", "first-applicable", member('P', 1), reference("nowhere"))))
                .isEqualTo(DecisionValue.PERMIT);
        var result = (CompilationResult.Compiled) compile(set, PolicyLibrary.EMPTY);
        assertThat(result.warnings())
                .singleElement()
                .satisfies(issue -> assertThat(issue.severity()).isEqualTo(Issue.Severity.UNDECIDABLE))
                .satisfies(issue -> assertThat(issue.message())
                        .isEqualTo("the policy `nowhere` is not known: reaching it is Indeterminate"));
    }

    @Test
    void a_library_keeps_out_what_is_refused_and_what_is_there_already() {
        var library = PolicyLibrary.of(
                Stream.of(always("p", "Permit"), "<Policy/>", always("p", "Deny"), always("q", "Deny"))
                        .map(PolicyXml::bytes)
                        .toList(),
                CompilerOptions.of(Dialect.STANDARD));
        assertThat(library.refused()).extracting(PolicyLibrary.Refused::index).containsExactly(1, 2);
        assertThat(library.refused().get(1).issues())
                .extracting(Issue::message)
                .containsExactly("`p` is there already in version 1.0");
    }

    /** Policy sets that stand in each other, the innermost around the part. */
    private static String nested(String id, int levels, String part) {
        var set = part;
        for (int i = levels; i > 0; i--) {
            set = policySet(i == 1 ? id : id + "-" + i, "deny-overrides", set);
        }
        return set;
    }

    private static String[] chain(int sources, int levels) {
        return IntStream.rangeClosed(1, sources)
                .mapToObj(i ->
                        nested("s" + i, levels, i == sources ? always("p", "Permit") : setReference("s" + (i + 1))))
                .toArray(String[]::new);
    }

    @Test
    void refuses_policy_sets_that_stand_in_each_other_too_deep_through_references() {
        var root = policySet("root", "deny-overrides", setReference("s1"));
        assertThat(decide(root, chain(4, 50))).isEqualTo(DecisionValue.PERMIT);
        assertThat(errors(root, chain(5, 50))).containsExactly("`s1` leads to policy sets more than 200 deep");
        assertThat(errors(root, chain(45, 80))).hasSize(1);
    }

    @Test
    void refuses_references_in_a_circle() {
        assertThat(errors(
                        policySet("s", "deny-overrides", setReference("t")),
                        policySet("t", "deny-overrides", setReference("u")),
                        policySet("u", "deny-overrides", setReference("t"))))
                .containsExactly("`t` refers to itself in the end");
    }

    @Test
    void refuses_references_that_go_on_too_long() {
        assertThat(errors(policySet("s", "deny-overrides", setReference("t0")), chain(51)))
                .containsExactly("`t0` refers on more than 50 times");
        assertThat(decide(policySet("s", "deny-overrides", setReference("t0")), chain(50)))
                .isEqualTo(DecisionValue.PERMIT);
    }

    private static String[] chain(int length) {
        return Stream.concat(
                        Stream.iterate(0, i -> i + 1)
                                .limit(length - 1L)
                                .map(i -> policySet("t" + i, "deny-overrides", setReference("t" + (i + 1)))),
                        Stream.of(policySet("t" + (length - 1), "deny-overrides", always("p", "Permit"))))
                .toArray(String[]::new);
    }

    @Test
    void refuses_references_that_stand_for_too_many_policies() {
        var doubling = Stream.iterate(0, i -> i + 1)
                .limit(20)
                .map(i ->
                        policySet("t" + i, "deny-overrides", setReference("t" + (i + 1)), setReference("t" + (i + 1))))
                .toList();
        var sources = Stream.concat(doubling.stream(), Stream.of(policySet("t20", "deny-overrides")))
                .toArray(String[]::new);
        assertThat(errors(policySet("s", "deny-overrides", setReference("t0")), sources))
                .containsExactly("the references stand for more than 1000000 policies");
        assertThat(decide(policySet("s", "deny-overrides", setReference("t10")), sources))
                .isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void refuses_an_id_that_is_used_twice_also_by_a_policy_and_a_set() {
        assertThat(errors(policySet("s", "deny-overrides", always("p", "Permit"), always("p", "Permit"))))
                .containsExactly("the policy id `p` is used twice");
        assertThat(errors(policySet("s", "deny-overrides", always("s", "Permit"))))
                .containsExactly("the policy id `s` is used twice");
    }

    @Test
    void refuses_patterns_that_are_none() {
        assertThat(errors(policySet("s", "deny-overrides", reference("p", "Version='1.+.2'"), reference(""))))
                .containsExactly(
                        "`1.+.2` is not a pattern of versions, such as `1.2`, `1.*` or `1.+`",
                        "the policy `p` in a version that fits is not known: reaching it is Indeterminate",
                        "`PolicyIdReference` names no id",
                        "the policy `` is not known: reaching it is Indeterminate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a", "1..2", "-1", "1.2.", "*+"})
    void refuses_patterns_whatever_they_hold(String pattern) {
        var patterns = "Version='" + pattern + "' EarliestVersion='1' LatestVersion='2'";
        assertThat(errors(policySet("s", "deny-overrides", reference("p", patterns)), always("p", "Permit")))
                .anyMatch(message -> message.startsWith("`" + pattern + "` is not a pattern"));
    }

    @Test
    void the_lenient_reading_takes_algorithms_for_their_counterparts_and_repeated_rule_ids() {
        var policy = PolicyXml.policy(PolicySetXml.algorithm("permit-overrides"), deny("r"), permit("r"));
        assertThat(Compiling.errors(policy, Dialect.STANDARD)).hasSize(2);
        var result = (CompilationResult.Compiled) PolicyCompiler.compile(
                PolicyXml.bytes(policy), CompilerOptions.of(Dialect.STANDARD).lenient());
        assertThat(result.warnings()).hasSize(3);
        assertThat(result.policy().evaluate(READ).value()).isEqualTo(DecisionValue.PERMIT);
    }

    @Test
    void the_lenient_reading_does_not_invent_algorithms() {
        var policy = PolicyXml.policy(PolicySetXml.algorithm("only-one-applicable"), permit("r"));
        assertThat(PolicyCompiler.compile(
                        PolicyXml.bytes(policy),
                        CompilerOptions.of(Dialect.STANDARD).lenient()))
                .isInstanceOf(CompilationResult.Rejected.class);
    }

    @Test
    void names_the_policies_that_led_to_the_decision() {
        var set = compiled(
                policySet(
                        "s",
                        "deny-overrides",
                        policySet("t", "permit-overrides", always("p1", "Deny"), member('n', 2)),
                        always("p3", "Permit")),
                Dialect.STANDARD);
        assertThat(set.evaluateNamingPolicies(READ).policies())
                .extracting(PolicyIdentifier::id)
                .containsExactly("p1", "t", "s");
        assertThat(set.evaluate(READ).policies()).isEmpty();
        var nothing = compiled(policySet("s", "deny-overrides", member('n', 1)), Dialect.STANDARD);
        assertThat(nothing.evaluateNamingPolicies(READ).policies()).isEmpty();
    }

    @Test
    void a_larger_source_is_read_when_the_options_allow_it() {
        var source = PolicyXml.bytes(always("p", "Permit"));
        var options = CompilerOptions.of(Dialect.STANDARD);
        assertThat(PolicyCompiler.compile(source, options.maxSourceBytes(source.length)))
                .isInstanceOf(CompilationResult.Compiled.class);
        assertThat(PolicyCompiler.compile(source, options.maxSourceBytes(source.length - 1)))
                .isInstanceOf(CompilationResult.Rejected.class);
    }
}
