package no.klarert.policy.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.Advice;
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
import no.klarert.policy.value.Shown;
import org.jspecify.annotations.Nullable;

/** Reads one response of the JSON profile of XACML 3.0 §5. Nested status codes and unknown status details are passed over. */
final class JsonResponseReader {
    private final JsonBody body;
    private final JsonScanner scanner;
    private final JsonAttributeReader attributes;
    private final JsonDutyReader duties;

    JsonResponseReader(JsonBody body) {
        this.body = body;
        this.scanner = body.scanner();
        this.attributes = new JsonAttributeReader(body);
        this.duties = new JsonDutyReader(body);
    }

    /** The results; not to be used if a problem was noted. */
    List<Decision> read() {
        var decisions = new ArrayList<Decision>();
        JsonMembers.each(new JsonMembers(scanner), member -> {
            if (member == Member.RESPONSE) {
                body.each(() -> result().ifPresent(decisions::add));
            } else {
                body.unknown();
            }
        });
        scanner.end();
        if (decisions.isEmpty() && !body.problems().any()) {
            body.problem(0, "the document has no result");
        }
        return decisions;
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
        int at = scanner.place();
        var result = new Result();
        JsonMembers.each(body.object(), member -> take(member, result));
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
            case OBLIGATIONS ->
                duties.read((id, assignments) -> result.obligations.add(new Obligation(id, assignments)));
            case ASSOCIATED_ADVICE -> duties.read((id, assignments) -> result.advice.add(new Advice(id, assignments)));
            case CATEGORY -> body.each(() -> category(result.echoed));
            case POLICY_IDENTIFIER_LIST -> JsonMembers.each(body.object(), kind -> policies(kind, result.policies));
            default -> body.unknown();
        }
    }

    private @Nullable DecisionValue decision() {
        int at = scanner.place();
        var text = body.string();
        var value = Stream.of(DecisionValue.values())
                .filter(each -> each.text().equals(text))
                .findFirst();
        if (text != null && value.isEmpty()) {
            body.problem(at, "unknown decision " + Shown.quoted(text));
        }
        return value.orElse(null);
    }

    private Status status() {
        var code = new ArrayList<String>();
        var message = new ArrayList<String>();
        var missing = new ArrayList<MissingAttribute>();
        JsonMembers.each(body.object(), member -> {
            switch (member) {
                case STATUS_CODE -> statusCode(code);
                case STATUS_MESSAGE -> message.add(body.text());
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
        JsonMembers.each(body.object(), member -> {
            switch (member) {
                case VALUE -> into.add(body.text());
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
                into.add(duties.missing());
            } else {
                JsonSkip.value(scanner);
            }
        }
    }

    private void category(List<EchoedAttribute> into) {
        int at = scanner.place();
        var category = new ArrayList<String>();
        var found = new ArrayList<RequestAttribute>();
        JsonMembers.each(body.object(), member -> {
            switch (member) {
                case CATEGORY_ID -> category.add(orEmpty(body.string(Identifiers.CATEGORIES)));
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
        JsonMembers.each(body.object(), member -> {
            switch (member) {
                case ID -> id.add(body.text());
                case VERSION -> version.add(body.text());
                default -> body.unknown();
            }
        });
        into.add(new PolicyIdentifier(
                kind, id.isEmpty() ? "" : id.getFirst(), version.isEmpty() ? "" : version.getFirst()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
