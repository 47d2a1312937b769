package no.klarert.policy.wire;

import static no.klarert.policy.wire.Reading.bytes;
import static no.klarert.policy.wire.Reading.refusals;
import static no.klarert.policy.wire.Reading.shown;
import static no.klarert.policy.wire.Reading.xml;
import static no.klarert.policy.wire.Reading.xmlRefusals;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import no.klarert.policy.AttributeName;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlRequestsTest {
    private static final String FLAGS = " ReturnPolicyIdList='false' CombinedDecision='false'";
    private static final String VALUE = "<AttributeValue DataType='t:string'>x</AttributeValue>";
    private static final String ATTRIBUTE = attribute("AttributeId='a' IncludeInResult='false'", VALUE);

    private static String request(String content) {
        return document(FLAGS, content);
    }

    private static String document(String attributes, String content) {
        return "<Request xmlns='" + Xacml.NAMESPACE + "'" + attributes + ">" + content + "</Request>";
    }

    private static String category(String content) {
        return request("<Attributes Category='c:s'>" + content + "</Attributes>");
    }

    private static String attribute(String attributes, String content) {
        return "<Attribute " + attributes + ">" + content + "</Attribute>";
    }

    @Test
    void reads_everything_an_attribute_can_say() {
        var request = xml(category(attribute(
                "AttributeId='a' Issuer='i' IncludeInResult='1'",
                "<AttributeValue DataType='t:s'> x &amp; <![CDATA[<y>]]> </AttributeValue>" + VALUE)));

        var name = new AttributeName("c:s", "a");
        assertThat(request.individual().getFirst().attributes())
                .containsExactly(
                        new RequestAttribute(name, "t:s", Optional.of("i"), true, " x & <y> "),
                        new RequestAttribute(name, "t:string", Optional.of("i"), true, "x"));
    }

    @Test
    void passes_over_content_defaults_comments_and_foreign_attributes() {
        var request = xml(document(
                FLAGS + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b'",
                "<!-- c --><RequestDefaults><XPathVersion>1</XPathVersion></RequestDefaults><?p i?>"
                        + "<Attributes Category='c:s'><Content><r xmlns='urn:r'>text<r/></r></Content>" + ATTRIBUTE
                        + "</Attributes>"));

        assertThat(shown(request)).containsExactly("string x");
    }

    @Test
    void reads_utf_16_with_a_byte_order_mark_but_no_other_encoding() {
        var text = category(ATTRIBUTE.replace(">x<", ">blåbær<"));

        var utf16 = XmlRequests.read(text.getBytes(StandardCharsets.UTF_16), WireOptions.STRICT);
        assertThat(shown(Reading.read(utf16))).containsExactly("string blåbær");
        assertThat(refusals(XmlRequests.read(text.getBytes(StandardCharsets.ISO_8859_1), WireOptions.STRICT)))
                .singleElement()
                .asString()
                .contains("the document is not valid UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<Request/> | the document is no `Request` of XACML 3.0",
                "<Response xmlns='urn:oasis:names:tc:xacml:3.0:core:schema:wd-17'/> | the document is no `Request`",
                "<!DOCTYPE Request><Request/> | a document type declaration is not allowed",
                "<Request | not well-formed XML",
                "not XML | not well-formed XML"
            })
    void refuses_what_is_no_request(String xml, String expected) {
        assertThat(xmlRefusals(xml)).singleElement().asString().contains(expected);
    }

    @Test
    void says_what_is_wrong_and_where() {
        assertThat(xmlRefusals(request(""))).containsExactly("line 1, column 1: the request has no category");
        assertThat(xmlRefusals(request("<Attributes/>")))
                .containsExactly("line 1, column 117: the element lacks the attribute `Category`");
        assertThat(xmlRefusals(category("<Attribute IncludeInResult='false'>" + VALUE + "</Attribute>")))
                .singleElement()
                .asString()
                .contains("lacks the attribute `AttributeId`");
        assertThat(xmlRefusals(category(
                        attribute("AttributeId='a' IncludeInResult='false'", "<AttributeValue>x</AttributeValue>"))))
                .singleElement()
                .asString()
                .contains("lacks the attribute `DataType`");
        assertThat(xmlRefusals(category("stray")))
                .singleElement()
                .asString()
                .contains("text stands where only elements may");
        assertThat(xmlRefusals(category(ATTRIBUTE.replace(">x<", "><b/><"))))
                .singleElement()
                .asString()
                .contains("an element stands where only text may");
        assertThat(xmlRefusals(category(attribute("AttributeId='a' IncludeInResult='maybe'", VALUE))))
                .singleElement()
                .asString()
                .contains("`IncludeInResult` is neither true nor false");
    }

    @Test
    void reports_every_problem() {
        assertThat(xmlRefusals(document("", "<Attributes/>\n<Attribute/>"))).hasSize(4);
    }

    @Test
    void leniently_takes_what_strictly_is_refused() {
        var deviating = document(
                "", "<Attributes Category='c:s' Id='1'><X/>" + attribute("AttributeId='a'", VALUE) + "</Attributes>");

        assertThat(xmlRefusals(deviating)).hasSize(5);
        var lenient = Reading.read(XmlRequests.read(bytes(deviating), WireOptions.STRICT.lenient()));
        assertThat(shown(lenient)).containsExactly("string x");
        assertThat(lenient.combinedDecision()).isFalse();
    }

    @Test
    void refuses_an_attribute_without_value_but_takes_it_leniently() {
        var empty = category(attribute("AttributeId='a' IncludeInResult='false'", ""));

        assertThat(xmlRefusals(empty)).singleElement().asString().contains("the attribute has no value");
        assertThat(Reading.read(XmlRequests.read(bytes(empty), WireOptions.STRICT.lenient()))
                        .individual())
                .hasSize(1);
    }

    @Test
    void refuses_attributes_that_ask_for_several_nodes_or_resources() {
        var scope = "AttributeId='urn:oasis:names:tc:xacml:2.0:resource:scope' IncludeInResult='false'";

        assertThat(shown(xml(category(attribute(scope, VALUE.replace(">x<", ">Immediate<"))))))
                .hasSize(1);
        assertThat(xmlRefusals(category(attribute(scope, VALUE.replace(">x<", ">Descendants<")))))
                .singleElement()
                .asString()
                .contains("several nodes or resources are not supported");
    }

    private static void assertLimit(String xml, WireLimits enough, WireLimits tooFew, String message) {
        Reading.read(XmlRequests.read(bytes(xml), WireOptions.STRICT.limits(enough)));
        assertThat(refusals(XmlRequests.read(bytes(xml), WireOptions.STRICT.limits(tooFew))))
                .singleElement()
                .asString()
                .contains(message);
    }

    @Test
    void keeps_its_limits() {
        var xml = category(ATTRIBUTE.replace(">x<", ">12345<") + ATTRIBUTE);
        var limits = WireLimits.DEFAULT;

        assertLimit(xml, limits.bytes(xml.length()), limits.bytes(xml.length() - 1), "the document is larger than");
        assertLimit(xml, limits.depth(3), limits.depth(2), "nested more than 3 deep");
        assertLimit(xml, limits.stringLength(5), limits.stringLength(4), "longer than 4 characters");
        assertLimit(xml, limits.attributes(2), limits.attributes(1), "more than 1 attributes");
        assertLimit(xml, limits.values(2), limits.values(1), "more than 1 values");
    }

    @Test
    void ends_soon_for_documents_made_to_be_slow() {
        assertThat(xmlRefusals("<a>".repeat(300_000))).hasSize(1);
        assertThat(xmlRefusals(category("<Content>" + "<a>".repeat(200) + "</Content>")))
                .hasSize(1);
        assertThat(xmlRefusals(request("<X/>".repeat(100_000)))).hasSize(Problems.MOST);
    }
}
