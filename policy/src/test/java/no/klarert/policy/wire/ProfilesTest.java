package no.klarert.policy.wire;

import static no.klarert.policy.wire.Reading.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import no.klarert.policy.AttributeSources;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.Compiling;
import no.klarert.policy.Decision;
import no.klarert.policy.DecisionValue;
import no.klarert.policy.Dialect;
import no.klarert.policy.Xacml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in, text out. */
class ProfilesTest {
    private static final CompiledPolicy POLICY = Compiling.compiled(
            "<Policy xmlns='urn:oasis:names:tc:xacml:3.0:core:schema:wd-17' PolicyId='p' Version='1.0' RuleCombiningAlgId="
                    + "'urn:oasis:names:tc:xacml:1.0:rule-combining-algorithm:first-applicable'><Target/>"
                    + rule("read", "Permit", "") + rule("write", "Deny", "")
                    + rule(
                            "log",
                            "Permit",
                            "<ObligationExpressions><ObligationExpression ObligationId='o' FulfillOn='Permit'/>"
                                    + "</ObligationExpressions>")
                    + "</Policy>",
            Dialect.STANDARD);

    private static String rule(String action, String effect, String more) {
        return "<Rule RuleId='" + action + "' Effect='" + effect + "'><Target><AnyOf><AllOf>"
                + "<Match MatchId='urn:oasis:names:tc:xacml:1.0:function:string-equal'>"
                + "<AttributeValue DataType='http://www.w3.org/2001/XMLSchema#string'>" + action + "</AttributeValue>"
                + "<AttributeDesignator Category='" + Xacml.CATEGORY_ACTION + "' AttributeId='a' MustBePresent='false'"
                + " DataType='http://www.w3.org/2001/XMLSchema#string'/></Match></AllOf></AnyOf></Target>" + more
                + "</Rule>";
    }

    private static String actions(boolean combined, String... actions) {
        var categories = new StringBuilder();
        for (var action : actions) {
            categories
                    .append(categories.isEmpty() ? "" : ",")
                    .append("{'Attribute':[{'AttributeId':'a','IncludeInResult':true,'Value':'" + action + "'}]}");
        }
        return "{'Request':{'CombinedDecision':" + combined + ",'Action':[" + categories + "]}}";
    }

    private static List<Decision> answers(String json) {
        return switch (JsonResponses.read(JsonProfile.answer(POLICY, bytes(json)), WireOptions.STRICT)) {
            case ResponseReading.Read read -> read.decisions();
            case ResponseReading.Refused refused -> throw new AssertionError(refused.issues());
        };
    }

    private static Decision only(List<Decision> decisions) {
        assertThat(decisions).hasSize(1);
        return decisions.getFirst();
    }

    @Test
    void answers_each_individual_request_in_order() {
        assertThat(answers(actions(false, "read", "write", "burn", "read")))
                .extracting(Decision::value)
                .containsExactly(
                        DecisionValue.PERMIT, DecisionValue.DENY, DecisionValue.NOT_APPLICABLE, DecisionValue.PERMIT);
    }

    @Test
    void combines_decisions_that_agree_and_carries_nothing_else() {
        var combined = only(answers(actions(true, "read", "read")));

        assertThat(combined.value()).isEqualTo(DecisionValue.PERMIT);
        assertThat(combined.echoed()).isEmpty();
        assertThat(only(answers(actions(true, "burn", "drown"))).value()).isEqualTo(DecisionValue.NOT_APPLICABLE);
    }

    @Test
    void combines_decisions_that_differ_or_oblige_to_indeterminate() {
        for (var actions : List.of(actions(true, "read", "write"), actions(true, "log", "log"), actions(true, "log"))) {
            var combined = only(answers(actions));

            assertThat(combined.value()).isEqualTo(DecisionValue.INDETERMINATE);
            assertThat(combined.status().code()).isEqualTo(Xacml.STATUS_PROCESSING_ERROR);
            assertThat(combined.obligations()).isEmpty();
        }
    }

    @Test
    void answers_what_is_no_request_with_a_syntax_error() {
        var answer = only(answers("{'Request':{'Actoin':[]}}"));

        assertThat(answer.value()).isEqualTo(DecisionValue.INDETERMINATE);
        assertThat(answer.status().code()).isEqualTo(Xacml.STATUS_SYNTAX_ERROR);
        assertThat(answer.status().message()).contains("line 1, column 13", "unknown member `Actoin`");
        assertThat(new String(XmlProfile.answer(POLICY, bytes("<Request/>")), StandardCharsets.UTF_8))
                .contains("Indeterminate", Xacml.STATUS_SYNTAX_ERROR);
    }

    @Test
    void answers_leniently_if_told_to() {
        var json = bytes("{'Request':{'Action':{'Attribute':{'AttributeId':'a','Value':'read','Extra':1}}}}");

        assertThat(new String(JsonProfile.answer(POLICY, json), StandardCharsets.UTF_8))
                .contains("Indeterminate");
        var lenient = JsonProfile.answer(POLICY, json, WireOptions.STRICT.lenient(), AttributeSources.NONE);
        assertThat(new String(lenient, StandardCharsets.UTF_8)).contains("Permit");
    }

    private static final String JSON_SAMPLE =
            "{'Request':{'ReturnPolicyIdList':true,'AccessSubject':[{'Id':'s1','Content':"
                    + "'PGEvPg==','Attribute':[{'AttributeId':'a','Issuer':'i\\u00e6','DataType':'integer','IncludeInResult':true,"
                    + "'Value':[1,2e3,'blåbær']}]},{'Id':'s2'}],'Category':[{'Attribute':[{'Value':{'XPath':'/a'},'AttributeId':"
                    + "'b'}],'CategoryId':'urn:c'}],'Action':[{'Id':'r','Attribute':[{'AttributeId':'a','Value':'read'}]}],"
                    + "'MultiRequests':{'RequestReference':[{'ReferenceId':['s1','r']},{'ReferenceId':['s2']}]}}}";

    private static final String XML_SAMPLE = "<?xml version='1.0' encoding='UTF-8'?><Request xmlns='" + Xacml.NAMESPACE
            + "' ReturnPolicyIdList='true' CombinedDecision='false'><!-- c --><Attributes xml:id='s' Category='urn:c'>"
            + "<Content><x/></Content><Attribute AttributeId='a' IncludeInResult='true' Issuer='i'><AttributeValue DataType="
            + "'http://www.w3.org/2001/XMLSchema#integer'>1&amp;<![CDATA[2]]>æ</AttributeValue></Attribute></Attributes>"
            + "<MultiRequests><RequestReference><AttributesReference ReferenceId='s'/></RequestReference></MultiRequests>"
            + "</Request>";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void answers_whatever_bytes_arrive_as_json(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 4_000; i++) {
            var json = mutated(bytes(JSON_SAMPLE), random);
            var options = random.nextBoolean() ? WireOptions.STRICT : WireOptions.STRICT.lenient();
            assertThatCode(() -> JsonResponses.read(
                            JsonProfile.answer(POLICY, json, options, AttributeSources.NONE), WireOptions.STRICT))
                    .as("seed %d: %s", seed, new String(json, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
            assertThatCode(() -> JsonResponses.read(json, options)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void answers_whatever_bytes_arrive_as_xml(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            var xml = mutated(bytes(XML_SAMPLE), random);
            assertThatCode(() -> XmlProfile.answer(POLICY, xml))
                    .as("seed %d: %s", seed, new String(xml, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
            assertThatCode(() -> XmlResponses.read(xml, WireOptions.STRICT)).doesNotThrowAnyException();
        }
    }

    @Test
    void answers_every_beginning_of_a_document() {
        var json = bytes(JSON_SAMPLE);
        var xml = bytes(XML_SAMPLE);
        for (int length = 0; length < json.length; length++) {
            var beginning = Arrays.copyOf(json, length);
            assertThat(new String(JsonProfile.answer(POLICY, beginning), StandardCharsets.UTF_8))
                    .contains("syntax-error");
        }
        for (int length = 0; length < xml.length; length++) {
            var beginning = Arrays.copyOf(xml, length);
            assertThat(new String(XmlProfile.answer(POLICY, beginning), StandardCharsets.UTF_8))
                    .contains("syntax-error");
        }
    }

    private static final String TOKENS = "{}[]\",:\\<>/&;'=-0e.tfn \n";

    private static byte[] mutated(byte[] document, Random random) {
        var mutated = document.clone();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(mutated.length);
            switch (random.nextInt(4)) {
                case 0 -> mutated[at] = (byte) random.nextInt(256);
                case 1 -> mutated[at] = (byte) TOKENS.charAt(random.nextInt(TOKENS.length()));
                case 2 ->
                    System.arraycopy(document, at, mutated, random.nextInt(at + 1), Math.min(9, mutated.length - at));
                default -> mutated[at] = document[random.nextInt(document.length)];
            }
        }
        return mutated;
    }
}
