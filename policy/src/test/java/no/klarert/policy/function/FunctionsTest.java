package no.klarert.policy.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.ValueType;
import org.junit.jupiter.api.Test;

/** The catalogue of XACML 3.0 §10.2.8 and §10.2.9. */
class FunctionsTest {
    private static Stream<String> names(String version) {
        return Functions.all()
                .map(Function::id)
                .filter(id -> id.startsWith(version))
                .map(id -> id.substring(version.length()));
    }

    private static Stream<String> families(Stream<String> types, String... members) {
        return types.flatMap(type -> Stream.of(members).map(member -> type + "-" + member));
    }

    private static Stream<String> all(Object... parts) {
        return Stream.of(parts)
                .flatMap(part ->
                        part instanceof Stream<?> stream ? stream.map(String.class::cast) : Stream.of((String) part));
    }

    private static Stream<String> shortNames(DataType... without) {
        return Calls.typesWithout(without).map(DataType::shortName);
    }

    @Test
    void has_the_functions_of_version_1() {
        var ordered = families(
                Stream.of("integer", "double", "string", "time", "date", "dateTime"),
                "greater-than",
                "greater-than-or-equal",
                "less-than",
                "less-than-or-equal");
        var ofTypes = families(
                shortNames(DataType.IP_ADDRESS, DataType.DNS_NAME),
                "equal",
                "one-and-only",
                "bag-size",
                "is-in",
                "bag",
                "intersection",
                "at-least-one-member-of",
                "union",
                "subset",
                "set-equals");
        var others = Stream.of(("integer-add integer-subtract integer-multiply integer-divide integer-mod integer-abs "
                        + "double-add double-subtract double-multiply double-divide double-abs round floor "
                        + "string-normalize-space string-normalize-to-lower-case double-to-integer integer-to-double "
                        + "or and n-of not x500Name-match rfc822Name-match string-regexp-match "
                        + "any-of all-of any-of-any all-of-any any-of-all all-of-all map")
                .split(" "));
        assertThat(names(Functions.V1))
                .containsExactlyInAnyOrderElementsOf(
                        all(ordered, ofTypes, others, moves()).toList());
    }

    private static Stream<String> moves() {
        return Stream.of(
                "dateTime-add-dayTimeDuration",
                "dateTime-add-yearMonthDuration",
                "dateTime-subtract-dayTimeDuration",
                "dateTime-subtract-yearMonthDuration",
                "date-add-yearMonthDuration",
                "date-subtract-yearMonthDuration");
    }

    @Test
    void has_the_functions_of_version_2() {
        var ofTypes = families(Stream.of("ipAddress", "dnsName"), "one-and-only", "bag-size", "bag");
        var patterns = families(Stream.of("anyURI", "ipAddress", "dnsName", "rfc822Name", "x500Name"), "regexp-match");
        assertThat(names(Functions.V2))
                .containsExactlyInAnyOrderElementsOf(
                        all(ofTypes, patterns, "string-concatenate", "uri-string-concatenate", "time-in-range")
                                .toList());
    }

    @Test
    void has_the_functions_of_version_3() {
        var durations = families(
                Stream.of("dayTimeDuration", "yearMonthDuration"),
                "equal",
                "one-and-only",
                "bag-size",
                "is-in",
                "bag",
                "intersection",
                "at-least-one-member-of",
                "union",
                "subset",
                "set-equals");
        var texts = families(Stream.of("string", "anyURI"), "starts-with", "ends-with", "contains", "substring");
        var from = families(convertible(), "from-string");
        var to = convertible().map(type -> "string-from-" + type);
        var others = Stream.of("string-equal-ignore-case", "any-of", "all-of", "any-of-any", "map");
        assertThat(names(Functions.V3))
                .containsExactlyInAnyOrderElementsOf(
                        all(durations, texts, from, to, others, moves()).toList());
    }

    private static Stream<String> convertible() {
        return shortNames(DataType.STRING, DataType.HEX_BINARY, DataType.BASE64_BINARY);
    }

    @Test
    void only_comparisons_matches_and_searches_may_stand_in_a_match() {
        var matching = Functions.all()
                .filter(function ->
                        function.plainSignature().filter(Signature::isPredicate).isPresent())
                .map(Function::id);
        assertThat(matching)
                .isNotEmpty()
                .allMatch(id ->
                        id.matches(".*-(equal|equal-ignore-case|(greater|less)-than(-or-equal)?|match|regexp-match"
                                + "|starts-with|ends-with|contains)"));
    }

    @Test
    void finds_every_function_by_its_identifier() {
        assertThat(Functions.ids())
                .containsExactlyInAnyOrderElementsOf(
                        Functions.all().map(Function::id).toList());
        assertThat(Functions.ids())
                .allSatisfy(
                        id -> assertThat(Functions.find(id).orElseThrow().id()).isEqualTo(id));
    }

    @Test
    void a_function_takes_as_many_arguments_as_its_signature_has_or_more_if_it_says_so() {
        var two = Signature.predicate(DataType.STRING);
        assertThat(two.accepts(2)).isTrue();
        assertThat(two.accepts(1)).isFalse();
        assertThat(two.accepts(3)).isFalse();
        var more = two.andMore(ValueType.one(DataType.DATE));
        assertThat(more.accepts(2)).isTrue();
        assertThat(more.accepts(9)).isTrue();
        assertThat(more.accepts(1)).isFalse();
        assertThat(more.parameter(1)).isEqualTo(ValueType.one(DataType.STRING));
        assertThat(more.parameter(2)).isEqualTo(ValueType.one(DataType.DATE));
    }

    @Test
    void knows_what_the_standard_leaves_optional() {
        assertThat(Functions.isOptional(Functions.V3 + "xpath-node-count")).isTrue();
        assertThat(Functions.isOptional(Functions.V3 + "access-permitted")).isTrue();
        assertThat(Functions.isOptional(Functions.V3 + "frobnicate")).isFalse();
        assertThat(Functions.find(Functions.V3 + "access-permitted")).isEmpty();
    }
}
