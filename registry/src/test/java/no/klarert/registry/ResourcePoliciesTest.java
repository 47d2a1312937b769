package no.klarert.registry;

import static no.klarert.registry.RegistryFixture.ADMINISTRATOR;
import static no.klarert.registry.RegistryFixture.OWNER;
import static no.klarert.registry.RegistryFixture.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import no.klarert.policy.Issue;
import no.klarert.registry.UploadOutcome.Refused;
import no.klarert.registry.UploadOutcome.Stored;
import no.klarert.storage.Bytes;
import no.klarert.vocabulary.ResourceId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourcePoliciesTest {
    private static final ResourceId ID = new ResourceId("ske-krav-og-betalinger");
    private static final String MATCH = """
            <Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal">
              <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">%s</AttributeValue>
              <AttributeDesignator Category="urn:oasis:names:tc:xacml:%s" AttributeId="%s"
                  DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
            </Match>""";
    private static final String RESOURCE = "3.0:attribute-category:resource";
    private static final String POLICY = """
            <Policy xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicyId="urn:test:policy" Version="1.0"
                RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides">
            <Target>%s</Target>
            <Rule RuleId="urn:test:rule" Effect="Permit"><Target>%s</Target>%s</Rule>
            %s
            </Policy>""";

    private final RegistryFixture world = new RegistryFixture();
    private final ResourcePolicies policies = world.policies;

    @BeforeEach
    void a_resource_without_policy() {
        world.registry.create(OWNER, Drafts.correct());
        world.audited.clear();
    }

    private static String all(String matches) {
        return "<AnyOf><AllOf>" + matches + "</AllOf></AnyOf>";
    }

    private static String resource(String id) {
        return all(MATCH.formatted(id, RESOURCE, "urn:altinn:resource"));
    }

    private static Bytes bytes(String xml) {
        return Bytes.of(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes policyFor(String id) {
        return bytes(POLICY.formatted("", resource(id), "", ""));
    }

    private String refused(Bytes xml) {
        var outcome = policies.upload(OWNER, ID, xml);
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(policies.download(ID)).isEmpty();
        assertThat(world.audited).isEmpty();
        return ((Refused) outcome).message();
    }

    @Test
    void an_owner_uploads_a_policy_and_gets_the_same_bytes_back() {
        var xml = policyFor(ID.value());
        assertThat(policies.upload(OWNER, ID, xml)).isInstanceOf(Stored.class);
        assertThat(policies.download(ID)).contains(xml);
        assertThat(policies.parsed(ID).orElseThrow().rules()).hasSize(1);
        assertThat(world.audited)
                .singleElement()
                .satisfies(event -> assertThat(event.action()).isEqualTo("policy.upload"));
    }

    @Test
    void an_uploader_is_told_what_looks_like_a_mistake() {
        var role = all(MATCH.formatted("DAGL", "1.0:subject-category:access-subject", "urn:altinn:rolecode"));
        var xml = bytes(POLICY.formatted("", resource(ID.value()) + role, "", ""));
        assertThat(policies.upload(OWNER, ID, xml))
                .isInstanceOfSatisfying(
                        Stored.class,
                        stored -> assertThat(stored.warnings())
                                .extracting(Issue::message)
                                .containsExactly(
                                        "no rule applies to a system user by its access packages: it is permitted only what is"
                                                + " delegated to it right by right",
                                        "role codes come in lower case, which `DAGL` does not equal; compare with"
                                                + " `string-equal-ignore-case`"));
        assertThat(policies.upload(OWNER, ID, policyFor(ID.value())))
                .isInstanceOfSatisfying(
                        Stored.class, stored -> assertThat(stored.warnings()).isEmpty());
    }

    @Test
    void a_later_policy_replaces_the_former() {
        policies.upload(OWNER, ID, policyFor(ID.value()));
        var later = bytes(POLICY.formatted("", resource(ID.value()), "", "").replace("Permit", "Deny"));
        policies.upload(OWNER, ID, later);
        assertThat(policies.download(ID)).contains(later);
    }

    @Test
    void refuses_a_policy_for_a_resource_that_does_not_exist() {
        var unknown = new ResourceId("ske-annet");
        assertThat(policies.upload(OWNER, unknown, policyFor("ske-annet")))
                .isEqualTo(new UploadOutcome.UnknownResource());
    }

    @Test
    void refuses_a_policy_from_another_organisation_unless_administrator() {
        var xml = policyFor(ID.value());
        assertThat(policies.upload(STRANGER, ID, xml)).isEqualTo(new UploadOutcome.NotOwner());
        assertThat(policies.download(ID)).isEmpty();
        assertThat(policies.upload(ADMINISTRATOR, ID, xml)).isInstanceOf(Stored.class);
    }

    @Test
    void refuses_a_policy_for_another_resource() {
        assertThat(refused(policyFor("ske-annet"))).isEqualTo(PolicyBinding.OTHER_RESOURCE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    not xml             | line 1
                    <Policy             | line 1
                    <Other/>            | line 1
                    ''                  | Policy not accepted
                    """)
    void refuses_what_is_not_a_policy_and_says_where(String xml, String where) {
        assertThat(refused(bytes(xml))).startsWith("Policy not accepted: ").contains(where);
    }

    @Test
    void refuses_a_document_type_declaration() {
        var text = POLICY.formatted("", resource(ID.value()), "", "");
        assertThat(refused(bytes("<!DOCTYPE Policy [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + text)))
                .startsWith("Policy not accepted: ")
                .doesNotContain("passwd");
    }

    @Test
    void says_line_and_column_of_what_does_not_compile() {
        var xml = POLICY.formatted("", resource(ID.value()), "", "").replace("Effect=\"Permit\"", "Effect=\"Maybe\"");
        assertThat(refused(bytes(xml))).contains("line 4, column ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    target      | the target of the policy itself
                    condition   | conditions are not supported
                    environment | another category
                    """)
    void refuses_what_would_be_left_out_of_account(String part, String message) {
        var own = resource(ID.value());
        var xml = switch (part) {
            case "target" -> POLICY.formatted(own, own, "", "");
            case "condition" -> POLICY.formatted("", own, condition(), "");
            default ->
                POLICY.formatted(
                        "",
                        own + all(MATCH.formatted("x", "3.0:attribute-category:environment", "urn:test:x")),
                        "",
                        "");
        };
        assertThat(refused(bytes(xml))).contains(message);
    }

    @ParameterizedTest
    @CsvSource({
        "function:string-equal, function:no-such",
        "rule-combining-algorithm:deny-overrides, rule-combining-algorithm:no-such"
    })
    void refuses_what_decisions_could_not_evaluate_and_says_where(String known, String unknown) {
        var xml = POLICY.formatted("", resource(ID.value()), "", "").replace(known, unknown);
        assertThat(refused(bytes(xml))).containsPattern("line \\d+, column \\d+: .*no-such");
    }

    private static String condition() {
        return """
                <Condition><Apply FunctionId="urn:oasis:names:tc:xacml:1.0:function:string-equal">
                  <AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">x</AttributeValue>
                  <AttributeDesignator Category="urn:oasis:names:tc:xacml:%s" AttributeId="urn:test:x"
                      DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
                </Apply></Condition>""".formatted(RESOURCE);
    }
}
