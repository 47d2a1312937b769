package no.klarert.policy.wire;

import static no.klarert.policy.wire.Reading.bytes;
import static no.klarert.policy.wire.Reading.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
import no.klarert.policy.syntax.PolicyReference.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsesTest {
    private static final Status MISSING = new Status(
            Xacml.STATUS_MISSING_ATTRIBUTE,
            "a \"word\" <&>",
            List.of(new MissingAttribute(new AttributeName("c:s", "a"), Xacml.TYPE_STRING, Optional.of("i"))));

    private static Decision decision(DecisionValue value, Status status) {
        return new Decision(value, status, List.of(), List.of(), List.of());
    }

    private static Decision full() {
        var assignments = List.of(
                new AttributeAssignment("a", Optional.of("c:s"), Xacml.TYPE_STRING, Optional.of("i"), "x"),
                new AttributeAssignment("b", Optional.empty(), Xacml.TYPE_INTEGER, Optional.empty(), "3"));
        return new Decision(
                DecisionValue.PERMIT,
                Status.OK,
                List.of(new Obligation("o", assignments), new Obligation("p", List.of())),
                List.of(new Advice("v", assignments)),
                List.of(
                        new EchoedAttribute(new AttributeName("c:s", "a"), Xacml.TYPE_DOUBLE, Optional.of("i"), "1.0"),
                        new EchoedAttribute(new AttributeName("c:s", "a"), Xacml.TYPE_DOUBLE, Optional.of("i"), "INF"),
                        new EchoedAttribute(
                                new AttributeName("c:r", "a"), Xacml.TYPE_BOOLEAN, Optional.empty(), "true")),
                List.of(
                        new PolicyIdentifier(Kind.POLICY, "p", "1.0"),
                        new PolicyIdentifier(Kind.POLICY_SET, "s", "2")));
    }

    @Test
    void writes_json() {
        assertThat(new String(JsonResponses.write(List.of(full())), StandardCharsets.UTF_8))
                .isEqualTo(("{'Response':[{'Decision':'Permit','Status':{'StatusCode':{'Value':'" + Xacml.STATUS_OK
                                + "'}},"
                                + "'Obligations':[{'Id':'o','AttributeAssignment':[{'AttributeId':'a','Category':'c:s',"
                                + "'DataType':'STRING','Issuer':'i','Value':'x'},{'AttributeId':'b','DataType':'INTEGER',"
                                + "'Value':3}]},{'Id':'p'}],'AssociatedAdvice':[{'Id':'v','AttributeAssignment':["
                                + "{'AttributeId':'a','Category':'c:s','DataType':'STRING','Issuer':'i','Value':'x'},"
                                + "{'AttributeId':'b','DataType':'INTEGER','Value':3}]}],'Category':[{'CategoryId':'c:s',"
                                + "'Attribute':[{'AttributeId':'a','DataType':'DOUBLE','Issuer':'i','Value':[1.0,'INF']}]},"
                                + "{'CategoryId':'c:r','Attribute':[{'AttributeId':'a','DataType':'BOOLEAN','Value':true}]}],"
                                + "'PolicyIdentifierList':{'PolicyIdReference':[{'Id':'p','Version':'1.0'}],"
                                + "'PolicySetIdReference':[{'Id':'s','Version':'2'}]}}]}")
                        .replace("STRING", Xacml.TYPE_STRING)
                        .replace("INTEGER", Xacml.TYPE_INTEGER)
                        .replace("DOUBLE", Xacml.TYPE_DOUBLE)
                        .replace("BOOLEAN", Xacml.TYPE_BOOLEAN)
                        .replace('\'', '"'));
    }

    @Test
    void writes_xml() {
        assertThat(new String(
                        XmlResponses.write(List.of(decision(DecisionValue.INDETERMINATE, MISSING))),
                        StandardCharsets.UTF_8))
                .isEqualTo(
                        ("<Response xmlns='" + Xacml.NAMESPACE + "'><Result><Decision>Indeterminate</Decision><Status>"
                                        + "<StatusCode Value='" + Xacml.STATUS_MISSING_ATTRIBUTE + "'/>"
                                        + "<StatusMessage>a &quot;word&quot; &lt;&amp;&gt;</StatusMessage><StatusDetail>"
                                        + "<MissingAttributeDetail Category='c:s' AttributeId='a' DataType='"
                                        + Xacml.TYPE_STRING
                                        + "' Issuer='i'/></StatusDetail></Status></Result></Response>")
                                .replace('\'', '"'));
    }

    @Test
    void reads_what_it_writes() {
        var decisions = new ArrayList<>(List.of(full(), decision(DecisionValue.INDETERMINATE, MISSING)));
        for (var value : DecisionValue.values()) {
            decisions.add(decision(value, Status.OK));
        }

        assertThat(JsonResponses.read(JsonResponses.write(decisions), WireOptions.STRICT))
                .isEqualTo(new ResponseReading.Read(decisions));
        assertThat(XmlResponses.read(XmlResponses.write(decisions), WireOptions.STRICT))
                .isEqualTo(new ResponseReading.Read(decisions));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void reads_any_text_that_it_writes(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var echoed = new EchoedAttribute(
                    new AttributeName("c:" + text(random), text(random)), text(random), Optional.empty(), text(random));
            var decisions = List.of(new Decision(DecisionValue.DENY, Status.OK, List.of(), List.of(), List.of(echoed)));

            assertThat(JsonResponses.read(JsonResponses.write(decisions), WireOptions.STRICT.lenient()))
                    .as("seed " + seed)
                    .isEqualTo(new ResponseReading.Read(decisions));
            assertThat(XmlResponses.read(XmlResponses.write(decisions), WireOptions.STRICT))
                    .as("seed " + seed)
                    .isEqualTo(new ResponseReading.Read(decisions));
        }
    }

    /** Characters that need care in one of the forms or in UTF-8; a colon makes it an identifier. */
    private static String text(Random random) {
        int[] characters = {
            'a', '"', '\\', '<', '>', '&', '\'', '\n', '\t', '\r', ' ', 'æ', '漢', 0x1F600, '/', ']', 0x7F
        };
        var text = new StringBuilder(":");
        for (int length = random.nextInt(12); length > 0; length--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }

    @Test
    void writes_a_question_mark_for_what_is_no_character() {
        var status = new Status(Xacml.STATUS_PROCESSING_ERROR, "a\ud83db\0c");
        var decisions = List.of(decision(DecisionValue.INDETERMINATE, status));

        assertThat(new String(XmlResponses.write(decisions), StandardCharsets.UTF_8))
                .contains("a?b?c");
        assertThat(new String(JsonResponses.write(decisions), StandardCharsets.UTF_8))
                .contains("a?b\\u0000c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integer | 5 | 5",
                "integer | +5 | `+5`",
                "integer | 05 | `05`",
                "double | -1.5E-3 | -1.5E-3",
                "double | 1. | `1.`",
                "double | NaN | `NaN`",
                "boolean | true | true",
                "boolean | 1 | `1`",
                "string | true | `true`",
                "string | 5 | `5`"
            })
    void writes_a_json_value_only_where_the_lexical_form_is_one(String type, String text, String expected) {
        var name = new AttributeName("c:s", "a");
        var echoed = new EchoedAttribute(name, "http://www.w3.org/2001/XMLSchema#" + type, Optional.empty(), text);
        var json = JsonResponses.write(
                List.of(new Decision(DecisionValue.DENY, Status.OK, List.of(), List.of(), List.of(echoed))));

        assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"Value\":" + expected.replace('`', '"') + "}");
    }

    @Test
    void echoes_an_xpath_expression_as_the_object_it_was_unless_it_is_none() {
        for (var text : List.of("{\"XPath\":\"/a\"}", "{not JSON", "/a")) {
            var echoed = new EchoedAttribute(
                    new AttributeName("c:s", "a"), Identifiers.XPATH_EXPRESSION, Optional.empty(), text);
            var decisions = List.of(new Decision(DecisionValue.DENY, Status.OK, List.of(), List.of(), List.of(echoed)));

            assertThat(JsonResponses.read(JsonResponses.write(decisions), WireOptions.STRICT))
                    .isEqualTo(new ResponseReading.Read(decisions));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'Response':[]}",
                "{'Response':[{}]}",
                "{'Response':[{'Decision':'Perhaps'}]}",
                "{'Response':[{'Decision':'Permit','Bad':1}]}",
                "{'Response':[{'Decision':'Permit','Obligations':[]}]}",
                "{'Response':[{'Decision':'Permit','Obligations':[{}]}]}",
                "{'Response':[{'Decision':'Permit','Category':[{}]}]}",
                "{'Response':[{'Decision':'Permit'}]}}"
            })
    void refuses_what_is_no_json_response(String json) {
        assertThat(refusals(JsonResponses.read(bytes(json), WireOptions.STRICT)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<Result/>",
                "<Result><Decision>Perhaps</Decision></Result>",
                "<Result><Decision>Permit</Decision><Bad/></Result>",
                "<Result><Decision>Permit</Decision><Obligations><Obligation/></Obligations></Result>"
            })
    void refuses_what_is_no_xml_response(String results) {
        var xml = "<Response xmlns='" + Xacml.NAMESPACE + "'>" + results + "</Response>";

        assertThat(refusals(XmlResponses.read(bytes(xml), WireOptions.STRICT))).isNotEmpty();
    }
}
