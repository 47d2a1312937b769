package no.klarert.policy.wire;

import java.util.List;
import java.util.Optional;
import no.klarert.policy.AttributeAssignment;
import no.klarert.policy.Decision;
import no.klarert.policy.EchoedAttribute;
import no.klarert.policy.MissingAttribute;
import no.klarert.policy.PolicyIdentifier;
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;

/** Writes one {@code Response} (XACML 3.0 §5.47). What has no content is left out. */
final class XmlResponseWriter {
    private final XmlOutput out = new XmlOutput();

    byte[] write(List<Decision> decisions) {
        out.start("Response").attribute("xmlns", Xacml.NAMESPACE);
        decisions.forEach(this::result);
        return out.end("Response").toBytes();
    }

    private void result(Decision decision) {
        out.start("Result");
        out.start("Decision").text(decision.value().text()).end("Decision");
        status(decision.status());
        if (!decision.obligations().isEmpty()) {
            out.start("Obligations");
            decision.obligations().forEach(each -> duty("Obligation", "ObligationId", each.id(), each.assignments()));
            out.end("Obligations");
        }
        if (!decision.advice().isEmpty()) {
            out.start("AssociatedAdvice");
            decision.advice().forEach(each -> duty("Advice", "AdviceId", each.id(), each.assignments()));
            out.end("AssociatedAdvice");
        }
        categories(decision.echoed());
        if (!decision.policies().isEmpty()) {
            policies(decision.policies());
        }
        out.end("Result");
    }

    private void status(Status status) {
        out.start("Status");
        out.start("StatusCode").attribute("Value", status.code()).end("StatusCode");
        if (!status.message().isEmpty()) {
            out.start("StatusMessage").text(status.message()).end("StatusMessage");
        }
        if (!status.missing().isEmpty()) {
            out.start("StatusDetail");
            status.missing().forEach(this::missing);
            out.end("StatusDetail");
        }
        out.end("Status");
    }

    private void missing(MissingAttribute attribute) {
        out.start("MissingAttributeDetail")
                .attribute("Category", attribute.name().category())
                .attribute("AttributeId", attribute.name().id())
                .attribute("DataType", attribute.dataType());
        optional("Issuer", attribute.issuer());
        out.end("MissingAttributeDetail");
    }

    private void optional(String name, Optional<String> value) {
        value.ifPresent(text -> out.attribute(name, text));
    }

    private void duty(String element, String idName, String id, List<AttributeAssignment> assignments) {
        out.start(element).attribute(idName, id);
        assignments.forEach(this::assignment);
        out.end(element);
    }

    private void assignment(AttributeAssignment assignment) {
        out.start("AttributeAssignment")
                .attribute("DataType", assignment.dataType())
                .attribute("AttributeId", assignment.attributeId());
        optional("Category", assignment.category());
        optional("Issuer", assignment.issuer());
        out.text(assignment.value()).end("AttributeAssignment");
    }

    private void categories(List<EchoedAttribute> echoed) {
        EchoedCategories.of(echoed).forEach((category, attributes) -> {
            out.start("Attributes").attribute("Category", category);
            attributes.forEach(this::attribute);
            out.end("Attributes");
        });
    }

    private void attribute(EchoedCategories.Attribute attribute) {
        out.start("Attribute").attribute("IncludeInResult", "true").attribute("AttributeId", attribute.id());
        optional("Issuer", attribute.issuer());
        for (var value : attribute.values()) {
            out.start("AttributeValue")
                    .attribute("DataType", attribute.dataType())
                    .text(value)
                    .end("AttributeValue");
        }
        out.end("Attribute");
    }

    private void policies(List<PolicyIdentifier> policies) {
        out.start("PolicyIdentifierList");
        for (var policy : policies) {
            var name = switch (policy.kind()) {
                case POLICY -> "PolicyIdReference";
                case POLICY_SET -> "PolicySetIdReference";
            };
            out.start(name)
                    .attribute("Version", policy.version())
                    .text(policy.id())
                    .end(name);
        }
        out.end("PolicyIdentifierList");
    }
}
