package no.klarert.policy.reference;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.Request;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.Target;

/** Targets and match functions of Altinn decision service §6.2 and §6.3. What cannot be worked with is thrown. */
final class AltinnReferenceMatching {
    private final Request request;

    AltinnReferenceMatching(Request request) {
        this.request = request;
    }

    enum Found {
        MATCH,
        NO_MATCH,
        MISSING
    }

    /** Every {@code AllOf} with matches of the category is tried; of those that match or miss something the last one wins. */
    Found category(Optional<Target> target, String category) {
        var alternatives = target.stream()
                .flatMap(present -> present.anyOf().stream())
                .flatMap(anyOf -> anyOf.allOf().stream())
                .map(allOf -> allOf.matches().stream()
                        .filter(match -> match.attribute().category().equals(category))
                        .toList())
                .filter(matches -> !matches.isEmpty())
                .toList();
        var found = alternatives.isEmpty() ? Found.MATCH : Found.NO_MATCH;
        for (var alternative : alternatives) {
            var outcome = all(alternative);
            found = outcome == Found.NO_MATCH ? found : outcome;
        }
        return found;
    }

    private Found all(List<Match> matches) {
        var outcomes = matches.stream().map(this::match).toList();
        if (outcomes.contains(Found.MISSING)) {
            return Found.MISSING;
        }
        return outcomes.contains(Found.NO_MATCH) ? Found.NO_MATCH : Found.MATCH;
    }

    private Found match(Match match) {
        if (match.attribute().mustBePresent() && values(match.attribute()).isEmpty()) {
            return Found.MISSING;
        }
        return holdsForSome(match.functionId(), match.value(), match.attribute()) ? Found.MATCH : Found.NO_MATCH;
    }

    /** The values of an attribute, of whatever type and issuer. */
    List<RequestAttribute> values(AttributeDesignator designator) {
        return request.attributes().stream()
                .filter(attribute -> attribute.name().category().equals(designator.category()))
                .filter(attribute -> attribute.name().id().equals(designator.attributeId()))
                .toList();
    }

    /** Whether the function holds for a value of the data type of the literal. */
    boolean holdsForSome(String functionId, AttributeValue literal, AttributeDesignator attribute) {
        return values(attribute).stream()
                .filter(value -> value.dataType().equals(literal.dataType()))
                .anyMatch(value -> holds(functionId, literal.text(), value.value()));
    }

    private static boolean holds(String functionId, String literal, String value) {
        return switch (functionId.replace("urn:oasis:names:tc:xacml:", "").replace("function:", "")) {
            case "1.0:string-equal", "1.0:string-is-in" -> literal.equals(value);
            case "3.0:string-equal-ignore-case" -> literal.equalsIgnoreCase(value);
            case "1.0:integer-equal", "1.0:integer-one-and-only" ->
                integer(literal).isPresent() && integer(literal).equals(integer(value));
            case "1.0:anyURI-equal" -> uri(literal).equals(uri(value));
            case "1.0:time-equal" -> isSame("time", literal, value);
            case "1.0:date-equal" -> isSame("date", literal, value);
            case "1.0:dateTime-equal" -> isSame("dateTime", literal, value);
            case "1.0:string-regexp-match" ->
                Pattern.compile(literal).matcher(value).find();
            default -> throw new UnsupportedOperationException(functionId);
        };
    }

    static Optional<Integer> integer(String text) {
        try {
            return Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static URI uri(String text) {
        try {
            var uri = new URI(text);
            if (uri.isAbsolute()) {
                return uri;
            }
            throw new UnsupportedOperationException(text);
        } catch (URISyntaxException malformed) {
            throw new UnsupportedOperationException(malformed);
        }
    }

    private static boolean isSame(String type, String literal, String value) {
        var left = ReferenceTypes.read(PolicyXml.type(type), literal);
        var right = ReferenceTypes.read(PolicyXml.type(type), value);
        if (left.isEmpty() || right.isEmpty()) {
            throw new UnsupportedOperationException(type);
        }
        return ReferenceTypes.areEqual(left.get(), right.get());
    }
}
