package no.klarert.policy.wire;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.EchoedAttribute;
import no.klarert.policy.MissingAttribute;
import no.klarert.policy.PolicyIdentifier;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.PolicyReference;

/** Writes one response of the JSON profile of XACML 3.0 §5. What has no content is left out. */
final class JsonResponseWriter {
    /** What a result with nothing but a decision and the status ok begins with. */
    private static final Map<DecisionValue, byte[]> USUAL = Stream.of(DecisionValue.values())
            .collect(Collectors.toMap(
                    value -> value,
                    JsonResponseWriter::usual,
                    (one, other) -> one,
                    () -> new EnumMap<>(DecisionValue.class)));

    private final JsonOutput out = new JsonOutput();

    private static byte[] usual(DecisionValue value) {
        var members = "\"Decision\":\"" + value.text() + "\",\"Status\":{\"StatusCode\":{\"Value\":\"" + Xacml.STATUS_OK
                + "\"}}";
        return members.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] write(List<Decision> decisions) {
        out.open('{').name(Member.RESPONSE).open('[');
        decisions.forEach(this::result);
        return out.close(']').close('}').toBytes();
    }

    private void result(Decision decision) {
        out.open('{');
        if (decision.status().equals(Status.OK)) {
            out.raw(Objects.requireNonNull(USUAL.get(decision.value())));
        } else {
            out.member(Member.DECISION, decision.value().text());
            status(decision.status());
        }
        if (!decision.obligations().isEmpty()) {
            out.name(Member.OBLIGATIONS).open('[');
            decision.obligations().forEach(duty -> duty(duty.id(), duty.assignments()));
            out.close(']');
        }
        if (!decision.advice().isEmpty()) {
            out.name(Member.ASSOCIATED_ADVICE).open('[');
            decision.advice().forEach(duty -> duty(duty.id(), duty.assignments()));
            out.close(']');
        }
        if (!decision.echoed().isEmpty()) {
            categories(decision.echoed());
        }
        if (!decision.policies().isEmpty()) {
            policies(decision.policies());
        }
        out.close('}');
    }

    private void status(Status status) {
        out.name(Member.STATUS).open('{');
        out.name(Member.STATUS_CODE)
                .open('{')
                .member(Member.VALUE, status.code())
                .close('}');
        if (!status.message().isEmpty()) {
            out.member(Member.STATUS_MESSAGE, status.message());
        }
        if (!status.missing().isEmpty()) {
            out.name(Member.STATUS_DETAIL).open('[');
            status.missing().forEach(this::missing);
            out.close(']');
        }
        out.close('}');
    }

    private void missing(MissingAttribute attribute) {
        out.open('{')
                .member(Member.ATTRIBUTE_ID, attribute.name().id())
                .member(Member.CATEGORY, attribute.name().category())
                .member(Member.DATA_TYPE, attribute.dataType());
        optional(Member.ISSUER, attribute.issuer());
        out.close('}');
    }

    private void optional(Member member, Optional<String> value) {
        value.ifPresent(text -> out.member(member, text));
    }

    private void duty(String id, List<AttributeAssignment> assignments) {
        out.open('{').member(Member.ID, id);
        if (!assignments.isEmpty()) {
            out.name(Member.ATTRIBUTE_ASSIGNMENT).open('[');
            assignments.forEach(this::assignment);
            out.close(']');
        }
        out.close('}');
    }

    private void assignment(AttributeAssignment assignment) {
        out.open('{').member(Member.ATTRIBUTE_ID, assignment.attributeId());
        optional(Member.CATEGORY, assignment.category());
        out.member(Member.DATA_TYPE, assignment.dataType());
        optional(Member.ISSUER, assignment.issuer());
        out.name(Member.VALUE);
        value(assignment.dataType(), assignment.value());
        out.close('}');
    }

    private void categories(List<EchoedAttribute> echoed) {
        out.name(Member.CATEGORY).open('[');
        EchoedCategories.of(echoed).forEach((category, attributes) -> {
            out.open('{')
                    .member(Member.CATEGORY_ID, category)
                    .name(Member.ATTRIBUTE)
                    .open('[');
            attributes.forEach(this::attribute);
            out.close(']').close('}');
        });
        out.close(']');
    }

    private void attribute(EchoedCategories.Attribute attribute) {
        out.open('{').member(Member.ATTRIBUTE_ID, attribute.id()).member(Member.DATA_TYPE, attribute.dataType());
        optional(Member.ISSUER, attribute.issuer());
        out.name(Member.VALUE);
        if (attribute.values().size() == 1) {
            value(attribute.dataType(), attribute.values().getFirst());
        } else {
            out.open('[');
            attribute.values().forEach(text -> value(attribute.dataType(), text));
            out.close(']');
        }
        out.close('}');
    }

    /** As the JSON value that shows the type, where the lexical form allows it; otherwise as a string. */
    private void value(String dataType, String text) {
        if (JsonLiteral.showsType(dataType, text)) {
            out.raw(text.getBytes(StandardCharsets.UTF_8));
        } else {
            out.string(text);
        }
    }

    private void policies(List<PolicyIdentifier> policies) {
        out.name(Member.POLICY_IDENTIFIER_LIST).open('{');
        references(Member.POLICY_ID_REFERENCE, of(policies, PolicyReference.Kind.POLICY));
        references(Member.POLICY_SET_ID_REFERENCE, of(policies, PolicyReference.Kind.POLICY_SET));
        out.close('}');
    }

    private static List<PolicyIdentifier> of(List<PolicyIdentifier> policies, PolicyReference.Kind kind) {
        return policies.stream().filter(policy -> policy.kind() == kind).toList();
    }

    private void references(Member member, List<PolicyIdentifier> policies) {
        if (policies.isEmpty()) {
            return;
        }
        out.name(member).open('[');
        policies.forEach(policy -> out.open('{')
                .member(Member.ID, policy.id())
                .member(Member.VERSION, policy.version())
                .close('}'));
        out.close(']');
    }
}
