package no.klarert.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Value;

/** Responses as sorted texts that are equal when two responses say the same, as the conformance packs want them compared. */
final class Meaning {
    private Meaning() {}

    /** Results in any order, without status messages and details. */
    static List<String> of(List<Decision> decisions) {
        return decisions.stream().map(Meaning::of).sorted().toList();
    }

    /** The attributes that a response names as missing. */
    static List<MissingAttribute> missing(List<Decision> decisions) {
        return decisions.stream()
                .flatMap(decision -> decision.status().missing().stream())
                .toList();
    }

    private static String of(Decision decision) {
        var parts = Stream.of(
                        decision.obligations().stream()
                                .map(duty -> "obligation " + duty.id() + " " + of(duty.assignments().stream())),
                        decision.advice().stream()
                                .map(duty -> "advice " + duty.id() + " " + of(duty.assignments().stream())),
                        decision.echoed().stream().map(Meaning::of),
                        decision.policies().stream()
                                .map(policy -> policy.kind() + " " + policy.id() + " " + policy.version()))
                .flatMap(all -> all)
                .sorted()
                .collect(Collectors.joining("\n  "));
        return decision.value().text() + " " + decision.status().code() + "\n  " + parts;
    }

    private static String of(Stream<AttributeAssignment> assignments) {
        return assignments
                .map(each -> each.attributeId() + " [" + each.category().orElse("")
                        + each.issuer().orElse("") + "] " + value(each.dataType(), each.value()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String of(EchoedAttribute echo) {
        return String.join(
                " ",
                "echo",
                echo.name().category(),
                echo.name().id(),
                echo.issuer().orElse(""),
                value(echo.dataType(), echo.value()));
    }

    /** One way to write each value, where the engine knows the type. */
    private static String value(String type, String text) {
        return type + "="
                + DataType.of(type)
                        .flatMap(known -> known.parse(text))
                        .map(value -> canonical(type, value))
                        .orElse(text);
    }

    private static String canonical(String type, Value value) {
        return switch (type) {
            case Xacml.TYPE_DOUBLE ->
                String.valueOf(Double.parseDouble(value.text().replace("INF", "Infinity")));
            case "http://www.w3.org/2001/XMLSchema#hexBinary" -> value.text().toUpperCase(Locale.ROOT);
            default -> value.text();
        };
    }
}
