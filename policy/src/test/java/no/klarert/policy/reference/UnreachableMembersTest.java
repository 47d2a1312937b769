package no.klarert.policy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.Compiling;
import no.klarert.policy.Dialect;
import no.klarert.policy.Issue;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;

/** The members of a policy set that are said never to be reached can be taken away. */
class UnreachableMembersTest {
    private int met;

    @Test
    void policies_that_are_never_reached_can_go() {
        FindingsHoldTest.seeds().forEach(this::check);
        assertThat(FindingsHoldTest.seeds().count() < 1_000 || met > 20).isTrue();
    }

    private void check(long seed) {
        var chance = Chance.plain(Chance.seeded(seed));
        var members =
                IntStream.range(0, 4).mapToObj(i -> member("p" + i, chance)).toList();
        var xml = set(members);
        try {
            switch (PolicyCompiler.compile(PolicyXml.bytes(xml), Dialect.STANDARD)) {
                case CompilationResult.Compiled(var policy, var warnings) ->
                    warnings.stream()
                            .filter(issue -> issue.message().startsWith("no policy from here on is ever reached"))
                            .forEach(issue -> assertCanGo(policy, members, issue, chance));
                case CompilationResult.Rejected(var issues) -> throw new AssertionError(issues);
            }
        } catch (RuntimeException | Error failure) {
            throw new AssertionError("seed " + seed + "\n" + xml, failure);
        }
    }

    private static String member(String id, Chance chance) {
        return PolicyPrinter.print(AnyPolicy.of(chance))
                .replace("PolicyId=\"p\"", "PolicyId=\"" + id + "\"")
                .replace('\n', ' ');
    }

    /** The members are on lines of their own, from the second on. */
    private static String set(List<String> members) {
        return "<PolicySet xmlns=\"" + Xacml.NAMESPACE + "\" PolicySetId=\"s\" Version=\"1.0\" PolicyCombiningAlgId=\""
                + "urn:oasis:names:tc:xacml:1.0:policy-combining-algorithm:first-applicable\"><Target/>\n"
                + String.join("\n", members) + "</PolicySet>";
    }

    private void assertCanGo(CompiledPolicy policy, List<String> members, Issue issue, Chance chance) {
        met++;
        var rest = Compiling.compiled(set(members.subList(0, issue.line() - 2)), Dialect.STANDARD);
        for (int i = 0; i < 12; i++) {
            var request = AnyRequest.of(chance, Sought.in(policy.source()));
            assertThat(Found.withoutMessage(rest.evaluate(request)))
                    .isEqualTo(Found.withoutMessage(policy.evaluate(request)));
        }
    }
}
