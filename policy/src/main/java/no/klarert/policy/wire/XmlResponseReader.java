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
import no.klarert.policy.Status;
import no.klarert.policy.Xacml;
import no.klarert.policy.read.Unreadable;
import no.klarert.policy.syntax.PolicyReference;
import no.klarert.policy.value.Shown;
import org.jspecify.annotations.Nullable;

/** Reads one {@code Response} (XACML 3.0 §5.47). Nested status codes and unknown status details are passed over. */
final class XmlResponseReader {
    private final XmlBody body;

    XmlResponseReader(XmlBody body) {
        this.body = body;
    }

    /** The results; not to be used if a problem was noted. */
    List<Decision> read() throws Unreadable {
        int at = body.at();
        body.only();
        var decisions = new ArrayList<Decision>();
        while (body.child()) {
            if (body.name().equals("Result")) {
                result().ifPresent(decisions::add);
            } else {
                body.unknown();
            }
        }
        if (decisions.isEmpty() && !body.problems().any()) {
            body.problem(at, "the document has no result");
        }
        return decisions;
    }

    private Optional<Decision> result() throws Unreadable {
        int at = body.at();
        body.only();
        @Nullable DecisionValue value = null;
        var status = Status.OK;
        var obligations = new ArrayList<Obligation>();
        var advice = new ArrayList<Advice>();
        var echoed = new ArrayList<EchoedAttribute>();
        var policies = new ArrayList<PolicyIdentifier>();
        while (body.child()) {
            switch (body.name()) {
                case "Decision" -> value = decision();
                case "Status" -> status = status();
                case "Obligations" -> obligations(obligations);
                case "AssociatedAdvice" -> advice(advice);
                case "Attributes" -> category(echoed);
                case "PolicyIdentifierList" -> policies(policies);
                default -> body.unknown();
            }
        }
        if (value == null) {
            body.problem(at, "the result has no `Decision`");
            return Optional.empty();
        }
        return Optional.of(new Decision(value, status, obligations, advice, echoed, policies));
    }

    private @Nullable DecisionValue decision() throws Unreadable {
        int at = body.at();
        var text = body.text().strip();
        var value = Stream.of(DecisionValue.values())
                .filter(each -> each.text().equals(text))
                .findFirst();
        if (value.isEmpty()) {
            body.problem(at, "unknown decision " + Shown.quoted(text));
        }
        return value.orElse(null);
    }

    private Status status() throws Unreadable {
        var code = Xacml.STATUS_OK;
        var message = "";
        var missing = new ArrayList<MissingAttribute>();
        while (body.child()) {
            switch (body.name()) {
                case "StatusCode" -> {
                    code = body.required("Value");
                    body.skip();
                }
                case "StatusMessage" -> message = body.text();
                case "StatusDetail" -> details(missing);
                default -> body.unknown();
            }
        }
        return new Status(code, message, missing);
    }

    private void details(List<MissingAttribute> into) throws Unreadable {
        while (body.child()) {
            if (body.name().equals("MissingAttributeDetail")) {
                var name = new AttributeName(body.required("Category"), body.required("AttributeId"));
                into.add(new MissingAttribute(
                        name, body.required("DataType"), Optional.ofNullable(body.attribute("Issuer"))));
            }
            body.skip();
        }
    }

    private void obligations(List<Obligation> into) throws Unreadable {
        while (body.child()) {
            if (body.name().equals("Obligation")) {
                body.only("ObligationId");
                into.add(new Obligation(body.required("ObligationId"), assignments()));
            } else {
                body.unknown();
            }
        }
    }

    private void advice(List<Advice> into) throws Unreadable {
        while (body.child()) {
            if (body.name().equals("Advice")) {
                body.only("AdviceId");
                into.add(new Advice(body.required("AdviceId"), assignments()));
            } else {
                body.unknown();
            }
        }
    }

    private List<AttributeAssignment> assignments() throws Unreadable {
        var assignments = new ArrayList<AttributeAssignment>();
        while (body.child()) {
            if (body.name().equals("AttributeAssignment")) {
                var id = body.required("AttributeId");
                var category = Optional.ofNullable(body.attribute("Category"));
                var dataType = body.required("DataType");
                var issuer = Optional.ofNullable(body.attribute("Issuer"));
                assignments.add(new AttributeAssignment(id, category, dataType, issuer, body.text()));
            } else {
                body.unknown();
            }
        }
        return assignments;
    }

    private void category(List<EchoedAttribute> into) throws Unreadable {
        body.only("Category");
        var category = body.required("Category");
        while (body.child()) {
            switch (body.name()) {
                case "Content" -> body.skip();
                case "Attribute" -> attribute(category, into);
                default -> body.unknown();
            }
        }
    }

    private void attribute(String category, List<EchoedAttribute> into) throws Unreadable {
        body.only("AttributeId", "Issuer", "IncludeInResult");
        var name = new AttributeName(category, body.required("AttributeId"));
        var issuer = Optional.ofNullable(body.attribute("Issuer"));
        while (body.child()) {
            if (body.name().equals("AttributeValue")) {
                var dataType = body.required("DataType");
                into.add(new EchoedAttribute(name, dataType, issuer, body.text()));
            } else {
                body.unknown();
            }
        }
    }

    private void policies(List<PolicyIdentifier> into) throws Unreadable {
        while (body.child()) {
            switch (body.name()) {
                case "PolicyIdReference" -> into.add(policy(PolicyReference.Kind.POLICY));
                case "PolicySetIdReference" -> into.add(policy(PolicyReference.Kind.POLICY_SET));
                default -> body.unknown();
            }
        }
    }

    private PolicyIdentifier policy(PolicyReference.Kind kind) throws Unreadable {
        var version = body.attribute("Version");
        return new PolicyIdentifier(kind, body.text().strip(), version == null ? "" : version);
    }
}
