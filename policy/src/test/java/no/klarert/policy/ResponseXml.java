package no.klarert.policy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import no.klarert.policy.value.DataType;
import no.klarert.policy.value.Value;
import org.w3c.dom.Element;

/** Responses as sorted lines that are equal when two responses say the same, as the conformance pack wants them compared. */
final class ResponseXml {
    private ResponseXml() {}

    /** The only result of a XACML response. */
    static List<String> lines(byte[] xml) throws Exception {
        var root = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
        var result = RequestXml.children(root, "Result").get(0);
        var decision =
                RequestXml.children(result, "Decision").get(0).getTextContent().strip();
        var status = inside(result, "Status")
                .flatMap(element -> RequestXml.children(element, "StatusCode").stream())
                .map(code -> code.getAttribute("Value"))
                .findFirst()
                .orElse(Xacml.STATUS_OK);
        var duties = Stream.concat(
                inside(result, "Obligations")
                        .flatMap(list -> RequestXml.children(list, "Obligation").stream())
                        .map(duty -> duty("obligation", duty.getAttribute("ObligationId"), duty)),
                inside(result, "AssociatedAdvice")
                        .flatMap(list -> RequestXml.children(list, "Advice").stream())
                        .map(duty -> duty("advice", duty.getAttribute("AdviceId"), duty)));
        return lines(decision, status, Stream.concat(duties, echoed(result)));
    }

    static List<String> lines(Decision decision) {
        var duties = Stream.concat(
                decision.obligations().stream().map(duty -> duty("obligation", duty.id(), duty.assignments().stream())),
                decision.advice().stream().map(duty -> duty("advice", duty.id(), duty.assignments().stream())));
        var echoed = decision.echoed().stream()
                .map(echo -> String.join(
                        " ", "echo", echo.name().category(), echo.name().id(), value(echo.dataType(), echo.value())));
        return lines(decision.value().text(), decision.status().code(), Stream.concat(duties, echoed));
    }

    private static List<String> lines(String decision, String status, Stream<String> rest) {
        return Stream.concat(Stream.of(decision + " " + status), rest.sorted()).toList();
    }

    private static Stream<String> echoed(Element result) {
        return inside(result, "Attributes")
                .flatMap(category -> RequestXml.children(category, "Attribute").stream()
                        .flatMap(attribute -> RequestXml.children(attribute, "AttributeValue").stream()
                                .map(value -> String.join(
                                        " ",
                                        "echo",
                                        category.getAttribute("Category"),
                                        attribute.getAttribute("AttributeId"),
                                        value(value.getAttribute("DataType"), value.getTextContent())))));
    }

    private static Stream<Element> inside(Element result, String name) {
        return RequestXml.children(result, name).stream();
    }

    private static String duty(String kind, String id, Element duty) {
        return kind + " " + id + " "
                + RequestXml.children(duty, "AttributeAssignment").stream()
                        .map(element -> assignment(
                                element.getAttribute("AttributeId"),
                                element.getAttribute("Category"),
                                value(element.getAttribute("DataType"), element.getTextContent())))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String duty(String kind, String id, Stream<AttributeAssignment> assignments) {
        return kind + " " + id + " "
                + assignments
                        .map(each -> assignment(
                                each.attributeId(), each.category().orElse(""), value(each.dataType(), each.value())))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String assignment(String id, String category, String value) {
        return id + " [" + category + "] " + value;
    }

    /** One way to write each value, where the engine knows the type. */
    private static String value(String type, String text) {
        return type + "="
                + DataType.of(type)
                        .flatMap(known -> known.parse(text))
                        .map(Value::text)
                        .orElse(text);
    }
}
