package no.klarert.policy.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.Advice;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.AttributeName;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.EchoedAttribute;
import no.klarert.policy.MissingAttribute;
import no.klarert.policy.Obligation;
import no.klarert.policy.PolicyIdentifier;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.PolicyReference;
import org.jspecify.annotations.Nullable;

/** Reads one response of the JSON profile of XACML 3.0 §5. Nested status codes and unknown status details are passed over. */
final class JsonResponseReader {
    private final JsonBody body;
    private final JsonScanner scanner;
    private final JsonAttributeReader attributes;
    private final JsonValues values = new JsonValues();

    JsonResponseReader(JsonBody body) {
        this.body = body;
        this.scanner = body.scanner();
        this.attributes = new JsonAttributeReader(body);
    }

    /** The results; not to be used if a problem was noted. */
    List<Decision> read() {
        var decisions = new ArrayList<Decision>();
        members(new JsonMembers(scanner), member -> {
            if (member == Member.RESPONSE) {
                body.each(() -> result().ifPresent(decisions::add));
            } else {
                body.unknown();
            }
        });
        scanner.end();
        if (decisions.isEmpty()) {
            body.problem(0, "the document has no result");
        }
        return decisions;
    }

    private interface Taking {
        void take(Member member);
    }

    /** Hands over each member in turn, with its value to come next. */
    private static void members(@Nullable JsonMembers members, Taking taking) {
        if (members == null) {
            return;
        }
        for (var member = members.next(); member != null; member = members.next()) {
            taking.take(member);
        }
    }

    /** What has been read of one result. */
    private static final class Result {
        private @Nullable DecisionValue value;
        private Status status = Status.OK;
        private final List<Obligation> obligations = new ArrayList<>();
        private final List<Advice> advice = new ArrayList<>();
        private final List<EchoedAttribute> echoed = new ArrayList<>();
        private final List<PolicyIdentifier> policies = new ArrayList<>();
    }

    private Optional<Decision> result() {
        scanner.peek();
        int at = scanner.at();
        var result = new Result();
        members(body.object(), member -> take(member, result));
        if (result.value == null) {
            body.problem(at, "the result has no `Decision`");
            return Optional.empty();
        }
        return Optional.of(new Decision(
                result.value, result.status, result.obligations, result.advice, result.echoed, result.policies));
    }

    private void take(Member member, Result result) {
        switch (member) {
            case DECISION -> result.value = decision();
            case STATUS -> result.status = status();
            case OBLIGATIONS -> duties((id, assignments) -> result.obligations.add(new Obligation(id, assignments)));
            case ASSOCIATED_ADVICE -> duties((id, assignments) -> result.advice.add(new Advice(id, assignments)));
            case CATEGORY -> body.each(() -> category(result.echoed));
            case POLICY_IDENTIFIER_LIST -> members(body.object(), kind -> policies(kind, result.policies));
            default -> body.unknown();
        }
    }

    private @Nullable DecisionValue decision() {
        int at = scanner.at();
        var text = body.string();
        var value = Stream.of(DecisionValue.values())
                .filter(each -> each.text().equals(text))
                .findFirst();
        if (text != null && value.isEmpty()) {
            body.problem(at, "unknown decision " + Problems.quoted(text));
        }
        return value.orElse(null);
    }

    private Status status() {
        var code = new ArrayList<String>();
        var message = new ArrayList<String>();
        var missing = new ArrayList<MissingAttribute>();
        members(body.object(), member -> {
            switch (member) {
                case STATUS_CODE -> statusCode(code);
                case STATUS_MESSAGE -> message.add(text());
                case STATUS_DETAIL -> details(missing);
                default -> body.unknown();
            }
        });
        return new Status(
                code.isEmpty() ? Xacml.STATUS_OK : code.getFirst(),
                message.isEmpty() ? "" : message.getFirst(),
                missing);
    }

    private void statusCode(List<String> into) {
        members(body.object(), member -> {
            switch (member) {
                case VALUE -> into.add(text());
                case STATUS_CODE -> JsonSkip.value(scanner);
                default -> body.unknown();
            }
        });
    }

    /** The profile allows any text or XML here; only missing attributes mean something. */
    private void details(List<MissingAttribute> into) {
        if (scanner.peek() != '[') {
            JsonSkip.value(scanner);
            return;
        }
        scanner.openArray();
        while (scanner.nextElement()) {
            if (scanner.peek() == '{') {
                missing(into);
            } else {
                JsonSkip.value(scanner);
            }
        }
    }

    private void missing(List<MissingAttribute> into) {
        var read = new Named();
        members(new JsonMembers(scanner), member -> read.take(member, this));
        into.add(new MissingAttribute(
                new AttributeName(read.category.orElse(""), read.id.orElse("")),
                read.dataType.orElse(Xacml.TYPE_STRING),
                read.issuer));
    }

    /** What missing attributes and assignments have in common. */
    private static final class Named {
        private Optional<String> category = Optional.empty();
        private Optional<String> id = Optional.empty();
        private Optional<String> dataType = Optional.empty();
        private Optional<String> issuer = Optional.empty();
        private boolean hasValue;

        void take(Member member, JsonResponseReader reader) {
            switch (member) {
                case CATEGORY -> category = Optional.ofNullable(reader.body.string(Identifiers.CATEGORIES));
                case ATTRIBUTE_ID -> id = Optional.ofNullable(reader.body.string());
                case DATA_TYPE -> dataType = Optional.ofNullable(reader.body.string(Identifiers.DATA_TYPES));
                case ISSUER -> issuer = Optional.ofNullable(reader.body.string());
                case VALUE -> {
                    reader.values.read(reader.body);
                    hasValue = true;
                }
                default -> reader.body.unknown();
            }
        }
    }

    private interface Duty {
        void add(String id, List<AttributeAssignment> assignments);
    }

    private void duties(Duty duty) {
        int at = scanner.at();
        var read = new ArrayList<String>();
        body.each(() -> {
            var assignments = new ArrayList<AttributeAssignment>();
            var id = new ArrayList<String>();
            members(body.object(), member -> {
                switch (member) {
                    case ID -> id.add(text());
                    case ATTRIBUTE_ASSIGNMENT -> body.each(() -> assignment(assignments));
                    default -> body.unknown();
                }
            });
            read.addAll(id);
            id.forEach(text -> duty.add(text, assignments));
        });
        if (read.isEmpty()) {
            body.problem(at, "there is no obligation or advice with an `Id`");
        }
    }

    private void assignment(List<AttributeAssignment> into) {
        scanner.peek();
        int at = scanner.at();
        var read = new Named();
        members(body.object(), member -> read.take(member, this));
        if (read.id.isEmpty() || !read.hasValue) {
            body.problem(at, "an assignment needs an `AttributeId` and a `Value`");
            return;
        }
        var type =
                read.dataType.or(() -> Optional.ofNullable(values.shownType())).orElse(Xacml.TYPE_STRING);
        for (var value : values.texts()) {
            into.add(new AttributeAssignment(read.id.get(), read.category, type, read.issuer, value));
        }
    }

    private void category(List<EchoedAttribute> into) {
        scanner.peek();
        int at = scanner.at();
        var category = new ArrayList<String>();
        var found = new ArrayList<RequestAttribute>();
        members(body.object(), member -> {
            switch (member) {
                case CATEGORY_ID -> category.add(text(Identifiers.CATEGORIES));
                case ID, CONTENT -> body.string();
                case ATTRIBUTE -> body.each(() -> attributes.read("", found));
                default -> body.unknown();
            }
        });
        if (category.isEmpty()) {
            body.problem(at, "the category has no `CategoryId`");
            return;
        }
        for (var each : found) {
            var name = new AttributeName(category.getFirst(), each.name().id());
            into.add(new EchoedAttribute(name, each.dataType(), each.issuer(), each.value()));
        }
    }

    private void policies(Member kind, List<PolicyIdentifier> into) {
        switch (kind) {
            case POLICY_ID_REFERENCE -> body.each(() -> policy(PolicyReference.Kind.POLICY, into));
            case POLICY_SET_ID_REFERENCE -> body.each(() -> policy(PolicyReference.Kind.POLICY_SET, into));
            default -> body.unknown();
        }
    }

    private void policy(PolicyReference.Kind kind, List<PolicyIdentifier> into) {
        var id = new ArrayList<String>();
        var version = new ArrayList<String>();
        members(body.object(), member -> {
            switch (member) {
                case ID -> id.add(text());
                case VERSION -> version.add(text());
                default -> body.unknown();
            }
        });
        into.add(new PolicyIdentifier(
                kind, id.isEmpty() ? "" : id.getFirst(), version.isEmpty() ? "" : version.getFirst()));
    }

    private String text() {
        return text(Identifiers.ATTRIBUTES);
    }

    private String text(WordTable<String> words) {
        var text = body.string(words);
        return text == null ? "" : text;
    }
}
