package no.klarert.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import no.klarert.policy.wire.JsonProfile;

/** Holds both engines to the same answers: a fast wrong answer is worth nothing. */
final class Agreement {
    private Agreement() {}

    /**
     * Asks both engines and gives the answers.
     *
     * @throws IllegalStateException if they differ
     */
    static List<Answer> check(byte[] policy, List<Question> questions) {
        var ours = Klarert.compile(policy);
        try (var theirs = AuthzForce.load(policy)) {
            return questions.stream()
                    .map(question -> same(
                            question,
                            Klarert.answer(ours.evaluate(Klarert.request(question))),
                            AuthzForce.answer(theirs.evaluate(theirs.request(question)))))
                    .toList();
        }
    }

    /**
     * Asks both engines in JSON and gives the answers.
     *
     * @throws IllegalStateException if they differ
     */
    static List<Answer> checkJson(byte[] policy, List<Question> questions) {
        var ours = Klarert.compile(policy);
        try (var theirs = AuthzForce.load(policy)) {
            return questions.stream()
                    .map(question -> {
                        var request = JsonText.request(question);
                        return same(
                                question,
                                JsonText.answer(new String(JsonProfile.answer(ours, request.getBytes(UTF_8)), UTF_8)),
                                JsonText.answer(theirs.evaluate(request)));
                    })
                    .toList();
        }
    }

    /** The answer that both gave. */
    static Answer same(Question question, Answer ours, Answer theirs) {
        if (!ours.equals(theirs)) {
            throw new IllegalStateException(
                    "the engines disagree on " + question + ": Klarert " + ours + ", AuthzForce " + theirs);
        }
        return ours;
    }
}
