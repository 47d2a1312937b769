package no.klarert.policy.wire;

import static no.klarert.policy.wire.Reading.bytes;
import static no.klarert.policy.wire.Reading.json;
import static no.klarert.policy.wire.Reading.jsonRefusals;
import static no.klarert.policy.wire.Reading.refusals;
import static no.klarert.policy.wire.Reading.xml;
import static no.klarert.policy.wire.Reading.xmlRefusals;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Multiple Decision Profile 1.0: repeated categories and references, in both forms. */
class MultipleDecisionsTest {
    private static String category(String name, String... values) {
        var objects = new StringBuilder();
        for (var value : values) {
            objects.append(objects.isEmpty() ? "" : ",")
                    .append("{'Id':'" + value + "','Attribute':[{'AttributeId':'a','Value':'" + value + "'}]}");
        }
        return "'" + name + "':[" + objects + "]";
    }

    private static String request(String... members) {
        return "{'Request':{" + String.join(",", members) + "}}";
    }

    private static String references(String... references) {
        var objects = new StringBuilder();
        for (var reference : references) {
            objects.append(objects.isEmpty() ? "" : ",")
                    .append("{'ReferenceId':['" + reference.replace(" ", "','") + "']}");
        }
        return "'MultiRequests':{'RequestReference':[" + objects + "]}";
    }

    private static List<List<String>> texts(DecisionRequest request) {
        return request.individual().stream().map(Reading::texts).toList();
    }

    @Test
    void combines_repeated_categories_in_order() {
        var request = json(request(
                category("AccessSubject", "s1", "s2"), category("Action", "read"), category("Resource", "r1", "r2")));

        assertThat(texts(request))
                .containsExactly(
                        List.of("s1", "read", "r1"),
                        List.of("s1", "read", "r2"),
                        List.of("s2", "read", "r1"),
                        List.of("s2", "read", "r2"));
    }

    @Test
    void combines_categories_by_what_they_are_and_not_by_how_they_are_written() {
        var request = json(request(
                "'Category':[{'CategoryId':'urn:oasis:names:tc:xacml:3.0:attribute-category:action',"
                        + "'Attribute':[{'AttributeId':'a','Value':'x'}]}]",
                category("Action", "y")));

        assertThat(texts(request)).containsExactly(List.of("x"), List.of("y"));
    }

    @Test
    void combines_many_categories() {
        var ten = new String[10];
        for (int i = 0; i < 10; i++) {
            ten[i] = "{'CategoryId':'urn:c" + (i % 9) + "','Attribute':[{'AttributeId':'a','Value':" + i + "}]}";
        }

        assertThat(json(request("'Category':[" + String.join(",", ten) + "]")).individual())
                .hasSize(2);
    }

    @Test
    void takes_multi_requests_by_reference_only_wherever_they_stand() {
        var subjects = category("AccessSubject", "s1", "s2");
        var resources = category("Resource", "r1", "r2");
        var references = references("s1 r2", "r1 s2");

        assertThat(texts(json(request(subjects, resources, references))))
                .containsExactly(List.of("s1", "r2"), List.of("r1", "s2"));
        assertThat(json(request(references, resources, subjects)))
                .isEqualTo(json(request(subjects, resources, references)));
    }

    @Test
    void refuses_bad_references() {
        var subjects = category("AccessSubject", "s1", "s2");

        assertThat(jsonRefusals(request(subjects, references("s1", "s3"))))
                .singleElement()
                .asString()
                .contains("at `/Request/MultiRequests/RequestReference/1`: no attributes have the id `s3`");
        assertThat(jsonRefusals(request(subjects, references("s1 s2"))))
                .singleElement()
                .asString()
                .contains("twice");
        assertThat(jsonRefusals(request(subjects, "'MultiRequests':{'RequestReference':[{'ReferenceId':[]}]}")))
                .singleElement()
                .asString()
                .contains("names no attributes");
        assertThat(jsonRefusals(request(subjects, "'MultiRequests':{'RequestReference':[]}")))
                .singleElement()
                .asString()
                .contains("no request reference");
        assertThat(jsonRefusals(request(category("AccessSubject", "s", "s"), references("s"))))
                .singleElement()
                .asString()
                .contains("the id `s` is there twice");
    }

    @Test
    void bounds_the_number_of_individual_requests() {
        var json = bytes(request(category("AccessSubject", "1", "2", "3"), category("Resource", "1", "2")));

        assertThat(Reading.read(JsonRequests.read(json, limits(WireLimits.DEFAULT.individualRequests(6))))
                        .individual())
                .hasSize(6);
        assertThat(refusals(JsonRequests.read(json, limits(WireLimits.DEFAULT.individualRequests(5)))))
                .singleElement()
                .asString()
                .contains("more than 5 individual requests");
    }

    @Test
    void bounds_the_values_of_all_individual_requests_together() {
        var json = bytes(request(category("AccessSubject", "1", "2", "3"), category("Resource", "1", "2")));

        assertThat(Reading.read(JsonRequests.read(json, limits(WireLimits.DEFAULT.values(12))))
                        .individual())
                .hasSize(6);
        assertThat(refusals(JsonRequests.read(json, limits(WireLimits.DEFAULT.values(11)))))
                .singleElement()
                .asString()
                .contains("more than 11 values");
    }

    @Test
    void bounds_what_the_results_repeat_of_the_document() {
        var resource = "'Resource':[{'Attribute':[{'AttributeId':'r','Value':'%s','IncludeInResult':%s}]}]";
        var actions = category(
                "Action", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17",
                "18", "19", "20");
        var large = "x".repeat(60_000);
        var options = limits(WireLimits.DEFAULT.bytes(66_000));

        assertThat(refusals(JsonRequests.read(bytes(request(actions, resource.formatted(large, true))), options)))
                .singleElement()
                .asString()
                .contains("too much to be included in the results");
        assertThat(Reading.read(JsonRequests.read(bytes(request(actions, resource.formatted(large, false))), options))
                        .individual())
                .hasSize(20);
    }

    private static WireOptions limits(WireLimits limits) {
        return WireOptions.STRICT.limits(limits);
    }

    @Test
    void stops_counting_before_it_builds() {
        var thousand = new String[1_000];
        for (int i = 0; i < thousand.length; i++) {
            thousand[i] = String.valueOf(i);
        }

        assertThat(jsonRefusals(request(
                        category("AccessSubject", thousand),
                        category("Resource", thousand),
                        category("Action", thousand),
                        category("Environment", thousand))))
                .singleElement()
                .asString()
                .contains("more than 500 individual requests");
    }

    private static final String ATTRIBUTES = "<Attributes xml:id='%s' Category='%s'><Attribute AttributeId='a'"
            + " IncludeInResult='false'><AttributeValue DataType='t:t'>%1$s</AttributeValue></Attribute></Attributes>";

    private static String xmlRequest(String more) {
        return "<Request xmlns='urn:oasis:names:tc:xacml:3.0:core:schema:wd-17' ReturnPolicyIdList='true'"
                + " CombinedDecision='true'>" + ATTRIBUTES.formatted("s1", "c:s") + ATTRIBUTES.formatted("s2", "c:s")
                + ATTRIBUTES.formatted("r", "c:r") + more + "</Request>";
    }

    @Test
    void reads_the_same_from_xml() {
        var request = xml(xmlRequest(""));

        assertThat(texts(request)).containsExactly(List.of("s1", "r"), List.of("s2", "r"));
        assertThat(request.returnPolicyIds()).isTrue();
        assertThat(request.combinedDecision()).isTrue();
    }

    @Test
    void reads_references_from_xml() {
        var reference = "<MultiRequests><RequestReference><AttributesReference ReferenceId='%s'/><AttributesReference"
                + " ReferenceId='r'/></RequestReference></MultiRequests>";

        assertThat(texts(xml(xmlRequest(reference.formatted("s2"))))).containsExactly(List.of("s2", "r"));
        assertThat(xmlRefusals(xmlRequest(reference.formatted("s3"))))
                .singleElement()
                .asString()
                .contains("no attributes have the id `s3`");
        assertThat(xmlRefusals(xmlRequest(reference.formatted("s1") + reference.formatted("s2"))))
                .singleElement()
                .asString()
                .contains("more than one `MultiRequests`");
    }
}
