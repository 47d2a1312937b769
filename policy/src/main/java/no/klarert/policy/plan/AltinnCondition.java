package no.klarert.policy.plan;

import no.klarert.policy.value.Failure;

/** A condition in the shapes Altinn's decision service evaluates (Altinn decision service §6.4). */
sealed interface AltinnCondition {
    /** What a condition says about its rule. */
    enum Answer {
        APPLIES,
        DOES_NOT_APPLY,
        /** An attribute is missing, or a bag has not the size it should have. */
        DOUBTFUL,
        /** More than one value where only one may be. */
        TOO_MANY,
        /** As {@link Outcome#BROKEN}. */
        BROKEN
    }

    Answer evaluate(AltinnEvaluation evaluation);

    /** A rule without a condition. */
    record None() implements AltinnCondition {
        @Override
        public Answer evaluate(AltinnEvaluation evaluation) {
            return Answer.APPLIES;
        }
    }

    /** An expression that is not a function call. */
    record NeverTrue() implements AltinnCondition {
        @Override
        public Answer evaluate(AltinnEvaluation evaluation) {
            return Answer.DOES_NOT_APPLY;
        }
    }

    /** A function call that cannot be read as a comparison of a literal and an attribute. */
    record Unusable(Failure why) implements AltinnCondition {
        @Override
        public Answer evaluate(AltinnEvaluation evaluation) {
            evaluation.broken(why);
            return Answer.BROKEN;
        }
    }

    /**
     * A literal compared with each value of an attribute.
     *
     * @param compared the values of the literal's data type
     * @param counted the values of the designator's own data type
     */
    record Compare(Slot compared, Slot counted, AltinnComparison comparison, boolean onlyOne)
            implements AltinnCondition {
        @Override
        public Answer evaluate(AltinnEvaluation evaluation) {
            if (onlyOne && evaluation.texts(counted).size() > 1) {
                return Answer.TOO_MANY;
            }
            if (!evaluation.request().has(compared.name())) {
                return Answer.DOUBTFUL;
            }
            var texts = evaluation.texts(compared);
            for (int i = 0; i < texts.size(); i++) {
                var outcome = comparison.compare(texts.text(i), evaluation);
                if (outcome != Outcome.FAILS) {
                    return outcome == Outcome.HOLDS ? Answer.APPLIES : Answer.BROKEN;
                }
            }
            return Answer.DOES_NOT_APPLY;
        }
    }

    /** The comparison could be anything, but whether it is reached depends on the attribute. */
    record UnusableIfPresent(Slot counted, Failure why, boolean onlyOne) implements AltinnCondition {
        @Override
        public Answer evaluate(AltinnEvaluation evaluation) {
            if (onlyOne && evaluation.texts(counted).size() > 1) {
                return Answer.TOO_MANY;
            }
            if (!evaluation.request().has(counted.name())) {
                return Answer.DOUBTFUL;
            }
            evaluation.broken(why);
            return Answer.BROKEN;
        }
    }

    /** The number of values of an attribute. */
    record Size(Slot counted, int wanted) implements AltinnCondition {
        @Override
        public Answer evaluate(AltinnEvaluation evaluation) {
            return evaluation.request().hasCategory(counted.name().category())
                            && evaluation.texts(counted).size() == wanted
                    ? Answer.APPLIES
                    : Answer.DOUBTFUL;
        }
    }
}
