package no.klarert.server;

import static no.klarert.server.DecisionWorld.RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that cannot be read as decision requests (Altinn PDP §2.5), each beside one that can. */
class DecisionRequestShapeTest {
    @TempDir
    private static Path directory;

    private static ServerUnderTest server;

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(directory);
        DecisionWorld.addTo(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestCall.Reply ask(String body) {
        return server.post("/authorization/api/v1/authorize")
                .token(server.token(ServerUnderTest.SKATTEETATEN, "altinn:authorization/authorize"))
                .json(body)
                .send();
    }

    private static TestCall.Reply refused(String body) {
        var reply = ask(body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().get("title").asString()).isEqualTo("One or more validation errors occurred.");
        return reply;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "not json",
                "{\"Request\": {}} {}",
                "{\"Request\": {},}",
                "{'Request': {}}",
                "<Request/>"
            })
    void refuses_what_is_not_json(String body) {
        assertThat(refused(body).json().at("/errors/$/0").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"Request\"", "1", "null", "true"})
    void refuses_a_document_that_is_no_object(String body) {
        assertThat(refused(body).json().at("/errors/$/0").asString()).isEqualTo("expected an object");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "Request                              | []",
                "Request                              | `\"x\"`",
                "Request.AccessSubject                | {}",
                "Request.Action                       | {}",
                "Request.Resource                     | `\"x\"`",
                "Request.Category                     | {}",
                "Request.RecipientSubject             | {}",
                "Request.IntermediarySubject          | 1",
                "Request.RequestingMachine            | true",
                "Request.ReturnPolicyIdList           | `\"true\"`",
                "Request.CombinedDecision             | 1",
                "Request.XPathVersion                 | 2.0",
                "Request.MultiRequests                | []",
                "Request.MultiRequests.RequestReference | {}",
            })
    void refuses_the_wrong_type_of_a_member(String place, String value) {
        var members = List.of(place.split("\\."));
        var body = members.reversed().stream().reduce(value, (inner, name) -> "{\"" + name + "\": " + inner + "}");
        var errors = refused(body).json().get("errors");
        assertThat(errors.propertyNames()).containsExactly(place);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "null                                   | ``",
                "[]                                     | ``",
                "`\"x\"`                                | ``",
                "{\"Id\": 1}                            | .Id",
                "{\"CategoryId\": true}                 | .CategoryId",
                "{\"Content\": {}}                      | .Content",
                "{\"Attribute\": {}}                    | .Attribute",
                "{\"Attribute\": [null]}                | .Attribute.0",
                "{\"Attribute\": [[]]}                  | .Attribute.0",
                "{\"Attribute\": [{\"AttributeId\": 1}]} | .Attribute.0.AttributeId",
                "{\"Attribute\": [{\"Value\": 1}]}      | .Attribute.0.Value",
                "{\"Attribute\": [{\"Value\": true}]}   | .Attribute.0.Value",
                "{\"Attribute\": [{\"Value\": [\"x\"]}]} | .Attribute.0.Value",
                "{\"Attribute\": [{\"DataType\": {}}]}  | .Attribute.0.DataType",
                "{\"Attribute\": [{\"Issuer\": 1}]}     | .Attribute.0.Issuer",
                "{\"Attribute\": [{\"IncludeInResult\": \"true\"}]} | .Attribute.0.IncludeInResult",
            })
    void refuses_the_wrong_type_inside_a_category(String entry, String place) {
        for (var category : List.of("AccessSubject", "Action", "Resource", "Category", "RecipientSubject")) {
            var errors = refused("{\"Request\": {\"" + category + "\": [{}, " + entry + "]}}")
                    .json()
                    .get("errors");
            assertThat(errors.propertyNames()).containsExactly("Request." + category + ".1" + place);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[1]", "[{\"ReferenceId\": \"x\"}]", "[{\"ReferenceId\": [1]}]"})
    void refuses_references_of_the_wrong_type(String references) {
        refused("{\"Request\": {\"MultiRequests\": {\"RequestReference\": " + references + "}}}");
    }

    @Test
    void null_is_the_same_as_absent_and_unknown_members_are_ignored() {
        assertThat(ask("{\"Request\": null}").status()).isEqualTo(200);
        var reply = ask("""
                {"Request": {"AccessSubject": null, "Environment": {"x": [1]}, "Action": [{"Attribute": null, "y": 1}],
                  "MultiRequests": {"RequestReference": null}}}
                """);
        assertThat(reply.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Request\": {}, \"Request\": {}}",
                "{\"Request\": {\"Action\": [], \"Action\": []}}",
                "{\"Request\": {\"Resource\": [{\"Attribute\": [{\"Value\": \"a\", \"Value\": \"b\"}]}]}}",
                "{\"Request\": {\"x\": {\"y\": 1, \"y\": 2}}}"
            })
    void refuses_members_that_are_there_twice(String body) {
        assertThat(refused(body).text()).contains("the same member twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Request\": {}, \"request\": {}}",
                "{\"Request\": {\"Action\": [], \"action\": null}}",
                "{\"Request\": {\"Resource\": [{\"Attribute\": [{\"Value\": \"a\", \"value\": \"b\"}]}]}}"
            })
    void refuses_members_that_differ_only_in_letter_case(String body) {
        assertThat(refused(body).text()).contains("in different spellings");
    }

    @Test
    void refuses_deep_nesting() {
        var deep = "[".repeat(5_000) + "]".repeat(5_000);
        assertThat(refused("{\"Request\": {\"x\": " + deep + "}}").text()).contains("nested deeper than 64 levels");
        var shallow = "[".repeat(60) + "]".repeat(60);
        assertThat(ask("{\"Request\": {\"x\": " + shallow + "}}").status()).isEqualTo(200);
    }

    @Test
    void refuses_a_body_beyond_a_mebibyte() {
        var body = "{\"Request\": {\"x\": \"%s\"}}";
        assertThat(ask(body.formatted("y".repeat(1024 * 1024))).status()).isEqualTo(413);
        assertThat(ask(body.formatted("y".repeat(1024 * 1024 - 100))).status()).isEqualTo(200);
    }

    @Test
    void refuses_more_than_a_thousand_references() {
        var body = DecisionWorld.batch(RESOURCE, List.of("read"), Collections.nCopies(1_001, "read"));
        var errors = refused(body).json().get("errors");
        assertThat(errors.propertyNames()).containsExactly("Request.MultiRequests.RequestReference");
        var fewer = ask(DecisionWorld.batch(RESOURCE, List.of("read"), Collections.nCopies(1_000, "read")));
        assertThat(fewer.json().get("response")).hasSize(1_000);
    }

    @Test
    void refuses_more_than_ten_thousand_categories_and_attributes() {
        assertThat(ask(withAttributes(9_999)).status()).isEqualTo(200);
        var errors = refused(withAttributes(10_000)).json().get("errors");
        assertThat(errors.propertyNames()).containsExactly("Request");
        assertThat(refused("{\"Request\": {\"Action\": [" + "{},".repeat(10_000) + "{}]}}")
                        .json()
                        .get("errors")
                        .propertyNames())
                .containsExactly("Request");
    }

    private static String withAttributes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"AttributeId\": \"urn:x:" + i + "\", \"Value\": \"1\"}")
                .collect(Collectors.joining(",", "{\"Request\": {\"AccessSubject\": [{\"Attribute\": [", "]}]}}"));
    }

    @Test
    void reports_every_problem_at_once_but_at_most_a_hundred() {
        var two = refused("{\"Request\": {\"Action\": {}, \"Resource\": [{\"Attribute\": [{\"Value\": 1}]}]}}");
        assertThat(two.json().get("errors")).hasSize(2);
        var many = refused("{\"Request\": {\"Action\": [" + "1,".repeat(5_000) + "1]}}");
        assertThat(many.json().get("errors")).hasSize(100);
    }

    @Test
    void repeats_nothing_of_a_body_it_refuses() {
        assertThat(refused("{\"Request\": {\"Action\": [\"12857410260\"]}}").text())
                .doesNotContain("12857410260");
        assertThat(refused("{\"Request\": 12857410260x}").text()).doesNotContain("12857410260");
    }
}
