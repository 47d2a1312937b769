package no.klarert.policy.reference;

import java.math.BigInteger;
import java.util.List;

/** Logic of three values (XACML 3.0 §A.3.5). */
final class ReferenceLogic {
    private ReferenceLogic() {}

    /** False if any is false, else an error if any is, else true. */
    static Answer and(List<Answer> answers) {
        return answers.stream().anyMatch(Answer::isFalse)
                ? Answer.of(false)
                : answers.stream().filter(Answer::isError).findFirst().orElse(Answer.of(true));
    }

    /** True if any is true, else an error if any is, else false. */
    static Answer or(List<Answer> answers) {
        return answers.stream().anyMatch(Answer::isTrue)
                ? Answer.of(true)
                : answers.stream().filter(Answer::isError).findFirst().orElse(Answer.of(false));
    }

    /** {@code n-of}: the first says how many of the others must be true. */
    static Answer atLeast(List<Answer> arguments) {
        var needed = arguments.get(0);
        var answers = arguments.subList(1, arguments.size());
        if (needed.isError()) {
            return needed;
        }
        var number = (BigInteger) needed.only().value();
        if (number.compareTo(BigInteger.valueOf(answers.size())) > 0) {
            return Answer.processingError();
        }
        long held = answers.stream().filter(Answer::isTrue).count();
        long possible = held + answers.stream().filter(Answer::isError).count();
        if (BigInteger.valueOf(held).compareTo(number) >= 0) {
            return Answer.of(true);
        }
        return BigInteger.valueOf(possible).compareTo(number) < 0
                ? Answer.of(false)
                : answers.stream().filter(Answer::isError).findFirst().orElseThrow();
    }
}
