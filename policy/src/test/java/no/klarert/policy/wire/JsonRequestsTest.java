package no.klarert.policy.wire;

import static no.klarert.policy.wire.Reading.bytes;
import static no.klarert.policy.wire.Reading.json;
import static no.klarert.policy.wire.Reading.jsonRefusals;
import static no.klarert.policy.wire.Reading.refusals;
import static no.klarert.policy.wire.Reading.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.AttributeName;
import no.klarert.policy.RequestAttribute;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRequestsTest {
    private static String subject(String attribute) {
        return "{'Request':{'AccessSubject':[{'Attribute':[" + attribute + "]}]}}";
    }

    private static String value(String json) {
        return subject("{'AttributeId':'a','Value':" + json + "}");
    }

    private static String typed(String type, String json) {
        return subject("{'AttributeId':'a','DataType':'" + type + "','Value':" + json + "}");
    }

    @Test
    void reads_everything_an_attribute_can_say() {
        var request = json(subject(
                "{'AttributeId':'a','Issuer':'i','DataType':'anyURI','IncludeInResult':true,'Value':['x','y']}"));

        var name = new AttributeName(Xacml.CATEGORY_ACCESS_SUBJECT, "a");
        assertThat(request.individual().getFirst().attributes())
                .containsExactly(
                        new RequestAttribute(name, Xacml.TYPE_ANY_URI, Optional.of("i"), true, "x"),
                        new RequestAttribute(name, Xacml.TYPE_ANY_URI, Optional.of("i"), true, "y"));
        assertThat(request.returnPolicyIds()).isFalse();
        assertThat(request.combinedDecision()).isFalse();
    }

    @Test
    void reads_members_in_any_order() {
        var request = json("{'Request':{'Category':[{'Attribute':[{'Value':1,'AttributeId':'a'}],"
                + "'CategoryId':'" + Xacml.CATEGORY_ACTION + "'},{'CategoryId':'Resource'}],'ReturnPolicyIdList':true,"
                + "'CombinedDecision':true}}");

        var only = request.individual().getFirst().attributes().getFirst();
        assertThat(only.name()).isEqualTo(new AttributeName(Xacml.CATEGORY_ACTION, "a"));
        assertThat(request.returnPolicyIds()).isTrue();
        assertThat(request.combinedDecision()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "AccessSubject, urn:oasis:names:tc:xacml:1.0:subject-category:access-subject",
        "RecipientSubject, urn:oasis:names:tc:xacml:1.0:subject-category:recipient-subject",
        "IntermediarySubject, urn:oasis:names:tc:xacml:1.0:subject-category:intermediary-subject",
        "Codebase, urn:oasis:names:tc:xacml:1.0:subject-category:codebase",
        "RequestingMachine, urn:oasis:names:tc:xacml:1.0:subject-category:requesting-machine",
        "Resource, urn:oasis:names:tc:xacml:3.0:attribute-category:resource",
        "Action, urn:oasis:names:tc:xacml:3.0:attribute-category:action",
        "Environment, urn:oasis:names:tc:xacml:3.0:attribute-category:environment"
    })
    void knows_the_short_names_of_categories(String shortName, String category) {
        var request = json("{'Request':{'" + shortName + "':[{'Attribute':[{'AttributeId':'a','Value':1}]}]}}");

        assertThat(request.individual()
                        .getFirst()
                        .attributes()
                        .getFirst()
                        .name()
                        .category())
                .isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'x' | string x",
                "true | boolean true",
                "17 | integer 17",
                "-0 | integer -0",
                "1.50 | double 1.50",
                "1e3 | double 1e3",
                "123456789012345678901234567890 | integer 123456789012345678901234567890"
            },
            quoteCharacter = '`')
    void takes_the_type_that_a_value_shows(String json, String expected) {
        assertThat(shown(json(value(json)))).containsExactly(expected);
    }

    @Test
    void takes_integers_beside_doubles_as_doubles() {
        assertThat(shown(json(value("[1, 2.5]")))).containsExactly("double 1", "double 2.5");
        assertThat(jsonRefusals(value("[1, 'x']"))).singleElement().asString().contains("not of one data type");
        assertThat(jsonRefusals(value("[1, true]"))).singleElement().asString().contains("not of one data type");
    }

    @Test
    void takes_an_attribute_without_values() {
        assertThat(json(value("[]")).individual().getFirst().attributes()).isEmpty();
        assertThat(jsonRefusals(subject("{'AttributeId':'a'}")))
                .singleElement()
                .asString()
                .contains("has no `Value`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[null]", "[[1]]", "['a', null]"})
    void refuses_what_is_no_value(String json) {
        assertThat(jsonRefusals(value(json))).first().asString().contains("a value must be");
    }

    @Test
    void takes_data_types_by_short_and_whole_name() {
        assertThat(json(typed("dnsName", "'a.no'"))
                        .individual()
                        .getFirst()
                        .attributes()
                        .getFirst()
                        .dataType())
                .isEqualTo("urn:oasis:names:tc:xacml:2.0:data-type:dnsName");
        assertThat(shown(json(typed(Xacml.TYPE_DATE, "'2024-06-01'")))).containsExactly("date 2024-06-01");
        assertThat(shown(json(typed("urn:example:point", "'1 2'")))).containsExactly("point 1 2");
        assertThat(jsonRefusals(typed("strnig", "'x'")))
                .singleElement()
                .asString()
                .contains("unknown data type `strnig`");
    }

    @Test
    void takes_values_as_their_data_type_wants_them() {
        assertThat(shown(json(typed("double", "[1, 2.5, 'INF']"))))
                .containsExactly("double 1", "double 2.5", "double INF");
        assertThat(shown(json(typed("integer", "['17', 4]")))).containsExactly("integer 17", "integer 4");
        assertThat(shown(json(typed("boolean", "['true', false]")))).containsExactly("boolean true", "boolean false");
        assertThat(jsonRefusals(typed("integer", "1.5")))
                .singleElement()
                .asString()
                .contains("not written as");
        assertThat(jsonRefusals(typed("boolean", "1")))
                .singleElement()
                .asString()
                .contains("not written as");
        assertThat(jsonRefusals(typed("string", "5")))
                .singleElement()
                .asString()
                .contains("not written as");
    }

    @Test
    void leniently_takes_a_number_as_its_text() {
        var reading = JsonRequests.read(bytes(typed("string", "5")), WireOptions.STRICT.lenient());

        assertThat(shown(Reading.read(reading))).containsExactly("string 5");
    }

    @Test
    void carries_xpath_expressions_as_their_json() {
        assertThat(shown(json(value("{'XPathCategory':'c', 'XPath':'/a'}"))))
                .containsExactly("xpathExpression {\"XPathCategory\":\"c\", \"XPath\":\"/a\"}");
        assertThat(jsonRefusals(typed("string", "{}")))
                .singleElement()
                .asString()
                .contains("not written as");
    }

    @Test
    void takes_null_for_an_absent_member() {
        var request = json(
                "{'Request':{'Category':null,'XPathVersion':null,'AccessSubject':[{'Id':null,'Content':null,"
                        + "'Attribute':[{'AttributeId':'a','Issuer':null,'DataType':null,'IncludeInResult':null,'Value':'x'}]}]}}");

        assertThat(shown(request)).containsExactly("string x");
        assertThat(jsonRefusals(subject("{'AttributeId':null,'Value':'x'}")))
                .singleElement()
                .asString()
                .contains("has no `AttributeId`");
    }

    @Test
    void passes_over_content() {
        assertThat(shown(json(
                        "{'Request':{'Resource':[{'Content':'<a/>','Attribute':[{'AttributeId':'a','Value':1}]}]}}")))
                .containsExactly("integer 1");
        assertThat(jsonRefusals("{'Request':{'Resource':[{'Content':{}}]}}"))
                .singleElement()
                .asString()
                .contains("at `/Request/Resource/0/Content`: a string was expected here");
    }

    @Test
    void refuses_unknown_members_but_passes_over_them_leniently() {
        var misspelt =
                "{'Request':{'Resource':[{'Attribute':[{'AttributeId':'a','IncludeInResults':true,'Value':1}]}]}}";

        assertThat(jsonRefusals(misspelt))
                .containsExactly(
                        "line 1, column 58: at `/Request/Resource/0/Attribute/0/IncludeInResults`: unknown member"
                                + " `IncludeInResults`");
        assertThat(shown(Reading.read(JsonRequests.read(bytes(misspelt), WireOptions.STRICT.lenient()))))
                .containsExactly("integer 1");
    }

    @Test
    void refuses_a_single_object_where_an_array_belongs_but_takes_it_leniently() {
        var single = "{'Request':{'Resource':{'Attribute':{'AttributeId':'a','Value':1}}}}";

        assertThat(jsonRefusals(single))
                .first()
                .asString()
                .contains("at `/Request/Resource`: an array was expected here");
        assertThat(shown(Reading.read(JsonRequests.read(bytes(single), WireOptions.STRICT.lenient()))))
                .containsExactly("integer 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Request':{'Action':[{}],'Action':[{}]}}",
                "{'Request':{'Action':[{}]},'Request':{'Action':[{}]}}",
                "{'Request':{'Action':[{'Attribute':[{'AttributeId':'a','AttributeId':'b','Value':1}]}]}}",
                "{'Request':{'Action':[{'Attribute':[{'AttributeId':'a','Value':{'x':1,'x':2}}]}]}}",
                "{'Request':{'Action':[{'Attribute':[{'AttributeId':'a','\\u0041ttributeId':'b','Value':1}]}]}}"
            })
    void refuses_members_that_repeat_however_they_are_written(String json) {
        assertThat(jsonRefusals(json)).last().asString().contains("is there twice");
    }

    @Test
    void leniently_refuses_unknown_members_that_repeat() {
        var reading = JsonRequests.read(bytes("{'x':1,'x':2,'Request':{'Action':[{}]}}"), WireOptions.STRICT.lenient());

        assertThat(refusals(reading)).singleElement().asString().contains("the member `x` is there twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | the document has no `Request`",
                "{'Request':{}} | the request has no category",
                "{'Request':{'Category':[]}} | the request has no category",
                "{'Request':[]} | an object was expected here",
                "{'Request':{'Category':[{}]}} | the category has no `CategoryId`",
                "{'Request':{'Action':[{'CategoryId':'Resource'}]}} | not that of the member around it",
                "{'Request':{'ReturnPolicyIdList':1,'Action':[{}]}} | true or false was expected here",
                "{'Request':{'Action':[{}]}} x | there is more after the end",
                "{'Request':{'Action':[{}]} | the document ends where",
                "{'Request':{'Action':[{},]}} | an object was expected here",
                "{'Request' {'Action':[{}]}} | a colon was expected here",
                "{'Request':{'Action':[{}] 'Resource':[{}]}} | a comma or `}` was expected here",
                "{Request:{}} | a name in quotes was expected here",
                "[] | an object was expected here",
                "nil | an object was expected here"
            })
    void says_what_is_wrong(String json, String expected) {
        assertThat(jsonRefusals(json)).first().asString().contains(expected);
    }

    @Test
    void refuses_an_empty_document() {
        assertThat(jsonRefusals(""))
                .containsExactly("line 1, column 1: the document ends where an object was expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "01", "+1", "1.", ".5", "1e", "- 1", "0x10", "tru", "True", "undefined"})
    void refuses_literals_that_are_not_json(String literal) {
        assertThat(jsonRefusals(value(literal))).isNotEmpty();
    }

    @Test
    void reports_every_problem_with_its_place() {
        var json =
                "{'Request':{\n 'Action':[{'Attribute':[{'Value':1},\n  {'AttributeId':'a'}, {'AttributeId':5,'Value':1}]}]}}";

        assertThat(jsonRefusals(json))
                .containsExactly(
                        "line 2, column 26: at `/Request/Action/0/Attribute/0`: the attribute has no `AttributeId`",
                        "line 3, column 3: at `/Request/Action/0/Attribute/1`: the attribute has no `Value`",
                        "line 3, column 24: at `/Request/Action/0/Attribute/2`: the attribute has no `AttributeId`",
                        "line 3, column 39: at `/Request/Action/0/Attribute/2/AttributeId`: a string was expected here");
    }

    @Test
    void reports_no_more_problems_than_a_reader_can_use() {
        assertThat(jsonRefusals(subject("{},".repeat(500) + "{}"))).hasSize(Problems.MOST);
    }

    @Test
    void decodes_escapes_and_characters_of_any_length() {
        assertThat(shown(json(value("'\\u00e6\\ud83d\\ude00\\n\\/\\\\ blåbærsyltetøy 漢字 😀 plain text that is long'"))))
                .containsExactly("string æ😀\n/\\ blåbærsyltetøy 漢字 😀 plain text that is long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud83d",
                "\\ude00",
                "\\ud83dx",
                "\\ud83d\\u0041",
                "\\ud83d\\ud83d",
                "\\u12",
                "\\u12g4",
                "\\x",
                "\\",
                "\t"
            })
    void refuses_escapes_that_stand_for_no_character(String text) {
        assertThat(jsonRefusals(value("'" + text + "'"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0af", "eda080", "f4908080", "80", "c3", "e282", "ff", "f8a1a1a1a1"})
    void refuses_bytes_that_are_not_utf_8(String hex) {
        var text = HexFormat.of().parseHex(hex);
        var json = new String(bytes(value("'@'")), StandardCharsets.UTF_8).split("@", 2);
        var document = new ByteArrayOutputStream();
        document.writeBytes(json[0].getBytes(StandardCharsets.UTF_8));
        document.writeBytes(text);
        document.writeBytes(json[1].getBytes(StandardCharsets.UTF_8));

        assertThat(refusals(JsonRequests.read(document.toByteArray(), WireOptions.STRICT)))
                .singleElement()
                .asString()
                .contains("at `/Request/AccessSubject/0/Attribute/0/Value`: a string is not valid UTF-8");
    }

    @Test
    void refuses_attributes_that_ask_for_several_nodes_or_resources() {
        var scope = "{'AttributeId':'urn:oasis:names:tc:xacml:2.0:resource:scope','Value':'%s'}";

        assertThat(shown(json(subject(scope.formatted("Immediate"))))).containsExactly("string Immediate");
        assertThat(jsonRefusals(subject(scope.formatted("Children"))))
                .singleElement()
                .asString()
                .contains("several nodes or resources are not supported");
        assertThat(
                        jsonRefusals(
                                subject(
                                        "{'AttributeId':'urn:oasis:names:tc:xacml:3.0:profile:multiple:content-selector','Value':'/a'}")))
                .singleElement()
                .asString()
                .contains("several nodes or resources are not supported");
    }

    @Test
    void gives_the_same_string_for_an_identifier_each_time() {
        List<String> ids = List.of(Xacml.SUBJECT_ID, Xacml.RESOURCE_ID, Xacml.ACTION_ID);
        for (var id : ids) {
            var read = json(subject("{'AttributeId':'" + id + "','Value':1}"));
            assertThat(read.individual()
                            .getFirst()
                            .attributes()
                            .getFirst()
                            .name()
                            .id())
                    .isSameAs(id);
        }
    }
}
