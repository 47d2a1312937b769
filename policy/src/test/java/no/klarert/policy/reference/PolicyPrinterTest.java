package no.klarert.policy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.IntStream;
import no.klarert.policy.Compiling;
import no.klarert.policy.Dialect;
import no.klarert.policy.syntax.PolicyTree;
import org.junit.jupiter.api.Test;

class PolicyPrinterTest {
    @Test
    void a_policy_that_is_printed_and_read_prints_the_same() {
        checkEach(AnyPolicy::of);
    }

    @Test
    void a_crowd_that_is_printed_and_read_prints_the_same() {
        checkEach(chance -> AnyCrowd.of(chance).tree());
    }

    private static void checkEach(Function<Chance, PolicyTree> making) {
        IntStream.range(0, 100).forEach(seed -> {
            var xml = PolicyPrinter.print(making.apply(Chance.rich(Chance.seeded(seed))));
            assertThat(PolicyPrinter.print(
                            Compiling.compiled(xml, Dialect.STANDARD).source()))
                    .isEqualTo(xml);
        });
    }
}
