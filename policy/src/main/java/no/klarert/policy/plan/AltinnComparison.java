package no.klarert.policy.plan;

import java.util.Set;
import no.klarert.policy.regex.XmlPattern;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Failure;
import no.klarert.policy.value.Shown;
import no.klarert.policy.value.Value;

/** A function with its literal, waiting for a value of the request (Altinn decision service §6.3). */
sealed interface AltinnComparison {
    Outcome compare(String text, AltinnEvaluation evaluation);

    /** What a value must be, for people: continues the name of the attribute. */
    String demand();

    /** Whether it never breaks. */
    default boolean isCertain() {
        return true;
    }

    private static String oneOf(String words, Set<String> wanted) {
        return words + Explaining.listed(wanted.stream().sorted().toList(), wanted.size());
    }

    private static Outcome of(boolean holds) {
        return holds ? Outcome.HOLDS : Outcome.FAILS;
    }

    /** {@code string-equal} or {@code string-is-in}. */
    record SameText(String wanted) implements AltinnComparison {
        @Override
        public String demand() {
            return "is " + Shown.quoted(wanted);
        }

        @Override
        public Outcome compare(String text, AltinnEvaluation evaluation) {
            return of(wanted.equals(text));
        }
    }

    /** {@code string-equal-ignore-case}. */
    record SameTextIgnoringCase(String wanted) implements AltinnComparison {
        @Override
        public String demand() {
            return "is, in any case, " + Shown.quoted(wanted);
        }

        @Override
        public Outcome compare(String text, AltinnEvaluation evaluation) {
            return of(LetterCase.isEqualIgnoringCase(wanted, text));
        }
    }

    /** Several alternatives with {@link SameText}. */
    record OneOfTexts(Set<String> wanted) implements AltinnComparison {
        @Override
        public String demand() {
            return oneOf("is one of ", wanted);
        }

        @Override
        public Outcome compare(String text, AltinnEvaluation evaluation) {
            return of(wanted.contains(text));
        }
    }

    /** Several alternatives with {@link SameTextIgnoringCase}, folded. */
    record OneOfTextsIgnoringCase(Set<String> wanted) implements AltinnComparison {
        @Override
        public String demand() {
            return oneOf("is, in any case, one of ", wanted);
        }

        @Override
        public Outcome compare(String text, AltinnEvaluation evaluation) {
            return of(wanted.contains(LetterCase.folded(text)));
        }
    }

    /** {@code integer-equal}: 32 bits; what is no such integer equals nothing. */
    record SameInteger(int wanted) implements AltinnComparison {
        @Override
        public String demand() {
            return "is the integer " + wanted;
        }

        @Override
        public Outcome compare(String text, AltinnEvaluation evaluation) {
            var number = SmallIntegers.parse(text);
            return of(number.isPresent() && number.getAsInt() == wanted);
        }
    }

    /** A literal that equals nothing. */
    record NoInteger() implements AltinnComparison {
        @Override
        public String demand() {
            return "is something that is no integer of 32 bits";
        }

        @Override
        public Outcome compare(String text, AltinnEvaluation evaluation) {
            return Outcome.FAILS;
        }
    }

    /** {@code anyURI-equal}. */
    record SameUri(String wanted) implements AltinnComparison {
        @Override
        public String demand() {
            return "is the URI " + Shown.quoted(wanted);
        }

        @Override
        public Outcome compare(String text, AltinnEvaluation evaluation) {
            return NormalUri.of(text)
                    .map(uri -> of(uri.equals(wanted)))
                    .orElseGet(() -> evaluation.broken(Failure.syntax("a value is not an absolute URI")));
        }

        @Override
        public boolean isCertain() {
            return false;
        }
    }

    /** {@code time-equal}, {@code date-equal} or {@code dateTime-equal}. */
    record SameMoment(DataType type, Value wanted) implements AltinnComparison {
        @Override
        public String demand() {
            return "is the " + type.shortName() + " " + Shown.quoted(wanted.text());
        }

        @Override
        public Outcome compare(String text, AltinnEvaluation evaluation) {
            return type.parse(text)
                    .map(value -> of(value.sameAs(wanted)))
                    .orElseGet(() -> evaluation.broken(Failure.syntax("a value is not a valid " + type.shortName())));
        }

        @Override
        public boolean isCertain() {
            return false;
        }
    }

    /** {@code string-regexp-match}: the literal is the pattern, found anywhere in the value. */
    record Contains(XmlPattern pattern) implements AltinnComparison {
        @Override
        public String demand() {
            return "contains what a pattern describes";
        }

        @Override
        public Outcome compare(String text, AltinnEvaluation evaluation) {
            return pattern.canSearch(text)
                    ? of(pattern.isFoundIn(text))
                    : evaluation.broken(Failure.syntax("a value is too long for the pattern"));
        }

        @Override
        public boolean isCertain() {
            return false;
        }
    }

    /** Whatever this dialect cannot work with. */
    record Unusable(Failure why) implements AltinnComparison {
        @Override
        public String demand() {
            return "cannot be compared: " + why.status().message();
        }

        @Override
        public Outcome compare(String text, AltinnEvaluation evaluation) {
            return evaluation.broken(why);
        }

        @Override
        public boolean isCertain() {
            return false;
        }
    }
}
