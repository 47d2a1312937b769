package no.klarert.policy.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import no.klarert.policy.AttributeName;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.read.Unreadable;
import no.klarert.policy.value.Shown;
import no.klarert.policy.wire.CategoryAttributes.Reference;
import org.jspecify.annotations.Nullable;

/** Reads one {@code Request} (XACML 3.0 §5.42). */
final class XmlRequestReader {
    private final XmlBody body;
    private final List<CategoryAttributes> categories = new ArrayList<>();
    private @Nullable List<Reference> references;
    private int attributes;
    private int values;

    XmlRequestReader(XmlBody body) {
        this.body = body;
    }

    /** The request; not to be used if a problem was noted. */
    DecisionRequest read() throws Unreadable {
        int at = body.at();
        body.only("ReturnPolicyIdList", "CombinedDecision");
        boolean returnPolicyIds = body.truth("ReturnPolicyIdList");
        boolean combinedDecision = body.truth("CombinedDecision");
        while (body.child()) {
            switch (body.name()) {
                case "RequestDefaults" -> body.skip();
                case "Attributes" -> category();
                case "MultiRequests" -> multiRequests();
                default -> body.unknown();
            }
        }
        var individual = new IndividualRequests(at, categories, body.options().limits(), body.problems());
        return new DecisionRequest(individual.of(references), returnPolicyIds, combinedDecision);
    }

    private void category() throws Unreadable {
        int at = body.at();
        body.only("Category");
        var category = body.required("Category");
        var id = body.attribute(XMLConstants.XML_NS_URI, "id");
        var found = new ArrayList<RequestAttribute>();
        while (body.child()) {
            switch (body.name()) {
                case "Content" -> body.skip();
                case "Attribute" -> attribute(category, found);
                default -> body.unknown();
            }
        }
        categories.add(new CategoryAttributes(at, category, id == null ? "" : id, found));
    }

    private void attribute(String category, List<RequestAttribute> into) throws Unreadable {
        int at = body.at();
        count(++attributes, body.options().limits().attributes(), "attributes");
        body.only("AttributeId", "Issuer", "IncludeInResult");
        var name = new AttributeName(category, body.required("AttributeId"));
        var issuer = Optional.ofNullable(body.attribute("Issuer"));
        boolean includeInResult = body.truth("IncludeInResult");
        int before = into.size();
        while (body.child()) {
            if (body.name().equals("AttributeValue")) {
                count(++values, body.options().limits().values(), "values");
                var dataType = body.required("DataType");
                into.add(new RequestAttribute(name, dataType, issuer, includeInResult, body.text()));
            } else {
                body.unknown();
            }
        }
        var added = into.subList(before, into.size());
        if (added.isEmpty() && !body.options().isLenient()) {
            body.problem(at, "the attribute has no value");
        }
        if (Unsupported.says(
                name.id(), added.stream().map(RequestAttribute::value).toList())) {
            body.problem(at, Unsupported.REASON + Shown.quoted(name.id()));
        }
    }

    private void count(int found, int most, String what) {
        if (found > most) {
            throw new Malformed(body.at(), "the document has more than " + most + " " + what);
        }
    }

    private void multiRequests() throws Unreadable {
        if (references != null) {
            body.problem(body.at(), "the request has more than one `MultiRequests`");
        }
        body.only();
        var read = new ArrayList<Reference>();
        while (body.child()) {
            if (body.name().equals("RequestReference")) {
                read.add(reference());
            } else {
                body.unknown();
            }
        }
        references = read;
    }

    private Reference reference() throws Unreadable {
        int at = body.at();
        body.only();
        var ids = new ArrayList<String>();
        while (body.child()) {
            if (body.name().equals("AttributesReference")) {
                body.only("ReferenceId");
                ids.add(body.required("ReferenceId").strip());
                body.skip();
            } else {
                body.unknown();
            }
        }
        return new Reference(at, ids);
    }
}
