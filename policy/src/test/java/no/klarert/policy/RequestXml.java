package no.klarert.policy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** Reads a XACML request for the conformance cases; empty if an attribute lacks its id. */
final class RequestXml {
    private RequestXml() {}

    static Optional<Request> read(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        var root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
        var request = Request.builder();
        for (var category : children(root, "Attributes")) {
            for (var attribute : children(category, "Attribute")) {
                if (!attribute.hasAttribute("AttributeId")) {
                    return Optional.empty();
                }
                for (var value : children(attribute, "AttributeValue")) {
                    request.attribute(
                            category.getAttribute("Category"),
                            attribute.getAttribute("AttributeId"),
                            value.getAttribute("DataType"),
                            value.getTextContent(),
                            attribute.hasAttribute("Issuer") ? attribute.getAttribute("Issuer") : null,
                            Boolean.parseBoolean(attribute.getAttribute("IncludeInResult")));
                }
            }
        }
        return Optional.of(request.build());
    }

    static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
