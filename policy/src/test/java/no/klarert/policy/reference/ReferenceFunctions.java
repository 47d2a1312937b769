package no.klarert.policy.reference;

import static no.klarert.policy.reference.ReferenceTypes.shortName;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import no.klarert.policy.Xacml;
import no.klarert.policy.reference.Answer.Literal;
import no.klarert.policy.reference.ReferenceDates.Moment;
import no.klarert.policy.reference.ReferenceNames.Mailbox;
import no.klarert.policy.reference.ReferenceNames.X500Name;

/** The functions of XACML 3.0 §A.3 of values that are all there, each found anew by the name of its identifier. */
final class ReferenceFunctions {
    private ReferenceFunctions() {}

    static String name(String functionId) {
        return functionId.substring(functionId.lastIndexOf(':') + 1);
    }

    /** No argument is an error. */
    static Answer call(String functionId, List<Answer> arguments) {
        var name = name(functionId);
        if (name.startsWith("string-from-")) {
            return written(arguments.get(0).only());
        }
        if (name.endsWith("-from-string")) {
            return read(ReferenceSignatures.functions().get(functionId).result().dataType(), arguments.get(0));
        }
        if (name.contains("Duration") && name.contains("date")) {
            return moved(name, arguments.get(0).only(), arguments.get(1).only());
        }
        if (name.endsWith("-regexp-match")) {
            return ReferencePatterns.search(text(arguments.get(0)), text(arguments.get(1)));
        }
        return switch (name) {
            case "and" -> ReferenceLogic.and(arguments);
            case "or" -> ReferenceLogic.or(arguments);
            case "n-of" -> ReferenceLogic.atLeast(arguments);
            case "not" -> Answer.of(!arguments.get(0).isTrue());
            case "string-equal-ignore-case" -> Answer.of(lower(arguments.get(0)).equals(lower(arguments.get(1))));
            case "time-in-range" -> inRange(arguments);
            case "x500Name-match" -> Answer.of(name(arguments.get(0)).isEndOf(name(arguments.get(1))));
            case "rfc822Name-match" ->
                Answer.of(ReferenceNames.matches(text(arguments.get(0)), (Mailbox)
                        arguments.get(1).only().value()));
            case "string-normalize-space" ->
                Answer.of(Xacml.TYPE_STRING, text(arguments.get(0)).replaceAll("^[ \t\r\n]+|[ \t\r\n]+$", ""));
            case "string-normalize-to-lower-case" -> Answer.of(Xacml.TYPE_STRING, lower(arguments.get(0)));
            case "string-concatenate" -> joined(Xacml.TYPE_STRING, arguments);
            case "uri-string-concatenate" -> joined(Xacml.TYPE_ANY_URI, arguments);
            case "integer-mod", "round", "floor", "double-to-integer", "integer-to-double" ->
                ReferenceArithmetic.call(name, arguments);
            default -> ofType(functionId, name.substring(name.indexOf('-') + 1), arguments);
        };
    }

    private static Answer ofType(String functionId, String operation, List<Answer> arguments) {
        return switch (operation) {
            case "add", "subtract", "multiply", "divide", "abs" ->
                ReferenceArithmetic.call(name(functionId), arguments);
            case "equal" ->
                Answer.of(ReferenceTypes.areEqual(
                        arguments.get(0).only(), arguments.get(1).only()));
            case "greater-than", "greater-than-or-equal", "less-than", "less-than-or-equal" ->
                compared(operation, arguments.get(0).only(), arguments.get(1).only());
            case "starts-with" -> Answer.of(text(arguments.get(1)).startsWith(text(arguments.get(0))));
            case "ends-with" -> Answer.of(text(arguments.get(1)).endsWith(text(arguments.get(0))));
            case "contains" -> Answer.of(text(arguments.get(1)).contains(text(arguments.get(0))));
            case "substring" -> part(text(arguments.get(0)), integer(arguments.get(1)), integer(arguments.get(2)));
            default -> ReferenceBags.call(operation, arguments);
        };
    }

    private static Answer compared(String operation, Literal left, Literal right) {
        if (left.type().equals(Xacml.TYPE_TIME) && hasZone(left) != hasZone(right)) {
            return Answer.processingError();
        }
        var order = ReferenceTypes.order(left, right);
        return Answer.of(order.isPresent()
                && switch (operation) {
                    case "greater-than" -> order.get() > 0;
                    case "greater-than-or-equal" -> order.get() >= 0;
                    case "less-than" -> order.get() < 0;
                    case "less-than-or-equal" -> order.get() <= 0;
                    default -> throw new IllegalArgumentException(operation);
                });
    }

    private static boolean hasZone(Literal time) {
        return ((Moment) time.value()).zone().isPresent();
    }

    /** XACML 3.0 §A.3.8: from the second time on to the third, over midnight if need be. */
    private static Answer inRange(List<Answer> arguments) {
        var time = moment(arguments.get(0));
        int zone = time.zone().orElse(0);
        var since =
                dayTime(time.instantIn(zone).subtract(moment(arguments.get(1)).instantIn(zone)));
        var length = dayTime(moment(arguments.get(2))
                .instantIn(zone)
                .subtract(moment(arguments.get(1)).instantIn(zone)));
        return Answer.of(since.compareTo(length) <= 0);
    }

    private static BigDecimal dayTime(BigDecimal seconds) {
        var rest = seconds.remainder(ReferenceDates.DAY);
        return rest.signum() < 0 ? rest.add(ReferenceDates.DAY) : rest;
    }

    /** XACML 3.0 §A.3.7. */
    private static Answer moved(String name, Literal start, Literal by) {
        boolean backwards = name.contains("-subtract-");
        var moment = (Moment) start.value();
        return Answer.of(
                start.type(),
                switch (by.value()) {
                    case BigInteger months -> moment.plusMonths(backwards ? months.negate() : months);
                    case BigDecimal seconds -> moment.plusSeconds(backwards ? seconds.negate() : seconds);
                    default -> throw new IllegalArgumentException(name);
                });
    }

    /** XACML 3.0 §A.3.9: names and addresses as they were written, all others in their canonical form. */
    private static Answer written(Literal value) {
        return Answer.of(
                Xacml.TYPE_STRING,
                switch (shortName(value.type())) {
                    case "anyURI", "x500Name", "rfc822Name", "ipAddress", "dnsName" -> value.text();
                    default -> ReferenceTypes.canonical(value.type(), value.value());
                });
    }

    private static Answer read(String type, Answer text) {
        return ReferenceTypes.read(type, text(text)).map(Answer::of).orElse(Answer.error(Xacml.STATUS_SYNTAX_ERROR));
    }

    private static Answer joined(String type, List<Answer> parts) {
        var joined = new StringBuilder();
        parts.forEach(part -> joined.append(text(part)));
        return Answer.of(type, joined.toString());
    }

    /** XACML 3.0 §A.3.9: positions from 0, -1 for the end. */
    private static Answer part(String text, BigInteger begin, BigInteger end) {
        var characters = text.codePoints().toArray();
        var length = BigInteger.valueOf(characters.length);
        var last = end.equals(BigInteger.ONE.negate()) ? length : end;
        if (begin.signum() < 0 || begin.compareTo(last) > 0 || last.compareTo(length) > 0) {
            return Answer.processingError();
        }
        int count = last.subtract(begin).intValue();
        return Answer.of(Xacml.TYPE_STRING, new String(characters, begin.intValue(), count));
    }

    private static X500Name name(Answer answer) {
        return (X500Name) answer.only().value();
    }

    private static Moment moment(Answer answer) {
        return (Moment) answer.only().value();
    }

    private static BigInteger integer(Answer answer) {
        return (BigInteger) answer.only().value();
    }

    private static String text(Answer answer) {
        return answer.only().text();
    }

    private static String lower(Answer answer) {
        return text(answer).toLowerCase(Locale.ROOT);
    }
}
