package no.klarert.server;

import static no.klarert.server.RegistryCalls.BASE;
import static no.klarert.server.RegistryCalls.SKATTEETATEN;
import static no.klarert.server.RegistryCalls.WRITE;
import static no.klarert.server.RegistryCalls.form;
import static no.klarert.server.RegistryCalls.policy;
import static no.klarert.server.RegistryCalls.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies over HTTP (resource registry §5 and §6). */
class PolicyRoutesTest {
    private static final AtomicInteger TESTS = new AtomicInteger();

    @TempDir
    private static Path directory;

    private static ServerUnderTest server;

    private final String id = "ske-policy-" + TESTS.incrementAndGet();
    private String token = "";

    @BeforeAll
    static void start() {
        server = ServerUnderTest.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void create() {
        token = server.token(ServerUnderTest.SKATTEETATEN, WRITE);
        server.post(BASE).token(token).json(resource(id, SKATTEETATEN)).send();
    }

    private TestCall.Reply upload(String policy) {
        return RegistryCalls.upload(server, id, policy).token(token).send();
    }

    private TestCall.Reply uploadRaw(String contentType, String body) {
        return server.post(BASE + "/" + id + "/policy")
                .token(token)
                .body(contentType, body)
                .send();
    }

    private static TestCall.Reply get(String path) {
        return server.get(BASE + path).send();
    }

    private void assertNoPolicy() {
        assertThat(get("/" + id + "/policy").status()).isEqualTo(404);
    }

    // Upload

    @Test
    void stores_a_policy_and_gives_its_bytes_back_to_anyone() {
        var reply = upload(policy(id));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo(id + "/policy");
        var read = get("/" + id + "/policy");
        assertThat(read.text()).isEqualTo(policy(id));
        assertThat(read.header("Content-Type")).isEqualTo("text/xml");
        assertThat(read.header("Content-Disposition")).isEqualTo("attachment; filename=policy.xml");
    }

    @Test
    void replaces_the_policy_by_put_as_well() {
        upload(policy(id));
        var other = policy(id).replace(">read<", ">write<");
        var reply = server.call("PUT", BASE + "/" + id + "/policy")
                .token(token)
                .body("multipart/form-data; boundary=\"a b\"", form("a b", "PolicyFile", other))
                .send();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(get("/" + id + "/policy").text()).isEqualTo(other);
    }

    @Test
    void refuses_an_upload_without_token_or_scope_or_to_anothers_resource() {
        assertThat(RegistryCalls.upload(server, id, policy(id)).send().status()).isEqualTo(401);
        token = server.token(ServerUnderTest.SKATTEETATEN, "altinn:authorization/authorize");
        assertThat(upload(policy(id)).status()).isEqualTo(403);
        token = TestGrants.token(server, ServerUnderTest.NORDLYS, WRITE);
        assertThat(upload(policy(id)).status()).isEqualTo(403);
        assertNoPolicy();
    }

    @Test
    void lets_an_administrator_upload_to_anothers_resource() {
        token = TestGrants.token(server, ServerUnderTest.NORDLYS, RegistryCalls.ADMIN);
        assertThat(upload(policy(id)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ukjent-ressurs", "Ikke.En.Id"})
    void refuses_a_policy_for_an_unknown_resource(String unknown) {
        var reply =
                RegistryCalls.upload(server, unknown, policy(id)).token(token).send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).isEqualTo("Unknown resource");
    }

    @ParameterizedTest
    @ValueSource(strings = {"altinn_access_management", "SKE-POLICY"})
    void refuses_a_policy_for_another_resource(String other) {
        var reply = upload(policy(other));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).isEqualTo("Policy not accepted: Contains rules for a different registry resource");
        assertNoPolicy();
    }

    @Test
    void refuses_a_policy_that_names_no_resource() {
        var reply = upload(policy(id).replace("\"urn:altinn:resource\"", "\"urn:altinn:task\""));
        assertThat(reply.text())
                .isEqualTo("Policy not accepted: Contains rule without reference to registry resource id");
        assertThat(reply.status()).isEqualTo(400);
        assertNoPolicy();
    }

    @Test
    void names_every_issue_of_a_policy_that_does_not_compile_with_its_position() {
        var broken = policy(id)
                .replace("Effect=\"Permit\"", "Effect=\"Maybe\"")
                .replaceFirst("function:string-equal\"", "function:string-equals\"");
        var reply = upload(broken);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text())
                .startsWith("Policy not accepted: ")
                .containsPattern("line 5, column \\d+: .*Maybe.*line \\d+, column \\d+: .*string-equals");
        assertNoPolicy();
    }

    @Test
    void names_every_use_of_an_unknown_function_with_its_position() {
        var reply = upload(policy(id).replace("function:string-equal\"", "function:no-such\""));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text())
                .startsWith("Policy not accepted: ")
                .containsPattern("line \\d+, column \\d+: .*no-such.*line \\d+, column \\d+: .*no-such");
        assertNoPolicy();
    }

    @Test
    void keeps_the_policy_in_force_when_another_is_refused() {
        upload(policy(id));
        assertThat(upload(policy(id).replace("function:string-equal\"", "function:no-such\""))
                        .status())
                .isEqualTo(400);
        assertThat(upload(policy("altinn_access_management")).status()).isEqualTo(400);
        assertThat(get("/" + id + "/policy").text()).isEqualTo(policy(id));
    }

    static List<String> hostileXml() {
        var laughs = new StringBuilder("<!DOCTYPE p [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        var policy = policy("ske-hostile");
        return List.of(
                "",
                "not xml",
                "<Policy",
                "<html/>",
                policy.substring(0, 400),
                policy.replace("?>\n<Policy", "?>\n<!DOCTYPE Policy>\n<Policy"),
                policy.replace("?>\n<Policy", "?>\n<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<Policy")
                        .replace(">DAGL<", ">&e;<"),
                policy.replace("?>\n<Policy", "?>\n<!DOCTYPE p SYSTEM \"http://127.0.0.1:9/p.dtd\">\n<Policy"),
                policy.replace("?>\n<Policy", "?>\n" + laughs + "]>\n<Policy").replace(">DAGL<", ">&a29;<"),
                policy.replace(">DAGL<", ">&e;<"),
                policy.replace("<Target/>", "<Target>".repeat(5_000)),
                policy.replace("UTF-8", "EBCDIC-CP-US"),
                policy.replace("</Rule>", "</Rule><!--" + "x".repeat(1_050_000) + "-->"),
                policy.replace("Version=\"1.0\"", "Version=\"1.0\"" + attributes()));
    }

    private static String attributes() {
        var attributes = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        return attributes.toString();
    }

    @ParameterizedTest
    @MethodSource("hostileXml")
    void refuses_what_is_not_a_policy_it_can_read(String xml) {
        var reply = upload(xml.replace("ske-hostile", id));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).startsWith("Policy not accepted: ").doesNotContain("root:");
        assertNoPolicy();
    }

    // Form

    @Test
    void refuses_a_form_without_the_file() {
        var reply = server.post(BASE + "/" + id + "/policy")
                .token(token)
                .body("multipart/form-data; boundary=xyz", form("xyz", "other", policy(id)))
                .send();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).isEqualTo("The policy file can not be null");
        assertNoPolicy();
    }

    @Test
    void takes_the_first_file_of_that_name_and_ignores_other_parts() {
        var parts = "--xyz\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
                + "--xyz\r\nX-Other: 1\r\n\r\nnameless\r\n"
                + new String(form("xyz", "policyFile", policy(id)), StandardCharsets.UTF_8).replace("--xyz--\r\n", "")
                + new String(form("xyz", "policyFile", "second"), StandardCharsets.UTF_8);
        assertThat(uploadRaw("multipart/form-data; boundary=xyz", parts).status())
                .isEqualTo(201);
        assertThat(get("/" + id + "/policy").text()).isEqualTo(policy(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/x-www-form-urlencoded", "multipart/mixed; boundary=xyz"})
    void refuses_a_body_that_is_no_form(String contentType) {
        assertThat(uploadRaw(contentType, policy(id)).status()).isEqualTo(415);
        assertNoPolicy();
    }

    @Test
    void refuses_a_form_that_is_too_large() {
        assertThat(upload("x".repeat(2_000_000)).status()).isEqualTo(413);
        assertNoPolicy();
    }

    @ParameterizedTest
    @MethodSource("hostileForms")
    void refuses_a_form_that_is_malformed(String contentType, String body) {
        var reply = uploadRaw(contentType, body.replace("ske-hostile", id));
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertNoPolicy();
    }

    static List<Arguments> hostileForms() {
        var form = new String(form("xyz", "policyFile", policy("ske-hostile")), StandardCharsets.UTF_8);
        var type = "multipart/form-data; boundary=xyz";
        return Stream.of(
                        List.of("multipart/form-data", form),
                        List.of("multipart/form-data; boundary=", form),
                        List.of("multipart/form-data; boundary=" + "x".repeat(5_000), form),
                        List.of("multipart/form-data; boundary=abc", form),
                        List.of(type, ""),
                        List.of(type, "--xyz"),
                        List.of(type, form.substring(0, 60)),
                        List.of(type, form.substring(0, 300)),
                        List.of(type, form.substring(0, form.length() - 9)),
                        List.of(type, form.replace("\r\n\r\n", "\r\nX-Large: " + "h".repeat(100_000) + "\r\n\r\n")),
                        List.of(type, form.replace("\r\n\r\n", "\r\nX: y".repeat(20_000) + "\r\n\r\n")),
                        List.of(
                                type,
                                "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n".repeat(5_000) + form))
                .map(each -> Arguments.of(each.get(0), each.get(1)))
                .toList();
    }

    // Views

    @Test
    void shows_who_a_policy_names() {
        upload(policy(id));
        assertThat(get("/" + id + "/policy/subjects?reloadFromXacml=true")
                        .json()
                        .toString())
                .isEqualTo("{\"links\":{},\"data\":[{\"type\":\"urn:altinn:rolecode\",\"value\":\"dagl\","
                        + "\"urn\":\"urn:altinn:rolecode:dagl\"}]}");
    }

    @Test
    void shows_every_combination_of_a_policy() {
        upload(policy(id));
        assertThat(get("/" + id + "/policy/rules").json().toString())
                .isEqualTo("[{\"subject\":[{\"type\":\"urn:altinn:rolecode\",\"value\":\"DAGL\"}],"
                        + "\"action\":{\"type\":\"urn:oasis:names:tc:xacml:1.0:action:action-id\",\"value\":\"read\"},"
                        + "\"resource\":[{\"type\":\"urn:altinn:resource\",\"value\":\"" + id + "\"}]}]");
    }

    @Test
    void shows_the_rights_of_a_policy_with_their_subjects() {
        upload(policy(id));
        var right = get("/" + id + "/policy/rights").json().path(0);
        assertThat(right.path("rightKey").asString()).startsWith("read;" + id + ";");
        assertThat(right.path("subjects").toString())
                .isEqualTo("[{\"subjectAttributes\":[{\"type\":\"urn:altinn:rolecode\",\"value\":\"DAGL\"}]}]");
        assertThat(right.path("subjectTypes").toString()).isEqualTo("[\"urn:altinn:rolecode\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en|Read", "nn|Les", "de|Les", "EN|Les"})
    void shows_the_rights_that_can_be_delegated_by_name(String languageAndName) {
        upload(policy(id));
        var parts = languageAndName.split("\\|", -1);
        var right = server.get("/resourceregistry/api/v2/resource/" + id + "/policy/rights")
                .header("Accept-Language", parts[0])
                .send()
                .json()
                .path(0);
        assertThat(right.path("name").asString()).isEqualTo(parts[1]);
        assertThat(right.path("key").asString()).startsWith("01").hasSize(66);
        assertThat(right.path("action").path("value").asString()).isEqualTo("read");
    }

    @Test
    void shows_rights_of_service_owners_only_when_asked() {
        upload(policy(id).replace("\"urn:altinn:rolecode\"", "\"urn:altinn:org\""));
        var path = "/resourceregistry/api/v2/resource/" + id + "/policy/rights";
        assertThat(server.get(path).send().json().size()).isZero();
        assertThat(server.get(path + "?includeServiceOwnerRights=true")
                        .send()
                        .json()
                        .size())
                .isEqualTo(1);
        assertThat(server.get(path + "?includeServiceOwnerRights=1").send().status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1/resource/%s/policy/subjects",
                "v1/resource/%s/policy/rules",
                "v1/resource/%s/policy/rights",
                "v2/resource/%s/policy/rights"
            })
    void answers_views_without_a_policy_with_404_and_other_content_types_with_415(String path) {
        var address = "/resourceregistry/api/" + path.formatted(id);
        assertThat(server.get(address).send().status()).isEqualTo(404);
        upload(policy(id));
        assertThat(server.get(address).send().status()).isEqualTo(200);
        assertThat(server.get(address)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(server.get(address).header("Content-Type", "text/xml").send().status())
                .isEqualTo(415);
        assertThat(server.post(address).token(token).json("{}").send().status()).isEqualTo(405);
        assertThat(server.get("/resourceregistry/api/" + path.formatted("Ikke.En.Id"))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void tells_a_missing_resource_from_a_missing_policy() {
        assertThat(get("/ukjent-ressurs/policy").text()).isEqualTo("Unable to find resource");
        assertThat(get("/" + id + "/policy").text()).isEqualTo("Unable to find requested policy");
    }

    @Test
    void refuses_a_policy_of_another_organisation_for_a_built_in_resource() {
        var builtIn = "altinn_access_management";
        var before = get("/" + builtIn + "/policy").text();
        assertThat(RegistryCalls.upload(server, builtIn, policy(builtIn))
                        .token(token)
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(get("/" + builtIn + "/policy").text()).isEqualTo(before);
    }
}
