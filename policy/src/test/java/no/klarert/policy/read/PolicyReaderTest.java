package no.klarert.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import no.klarert.policy.Compiling;
import no.klarert.policy.Dialect;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.Xacml;
import no.klarert.policy.syntax.AdviceExpression;
import no.klarert.policy.syntax.AllOf;
import no.klarert.policy.syntax.AnyOf;
import no.klarert.policy.syntax.Apply;
import no.klarert.policy.syntax.AttributeAssignmentExpression;
import no.klarert.policy.syntax.AttributeDesignator;
import no.klarert.policy.syntax.AttributeValue;
import no.klarert.policy.syntax.Effect;
import no.klarert.policy.syntax.Match;
import no.klarert.policy.syntax.ObligationExpression;
import no.klarert.policy.syntax.Policy;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.syntax.Rule;
import no.klarert.policy.syntax.Target;
import no.klarert.policy.syntax.VariableDefinition;
import no.klarert.policy.syntax.VariableReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Well-formed policies: every element arrives with its position, however the XML is written (XACML 3.0 §5). */
class PolicyReaderTest {
    private static final String EVERYTHING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- a policy with one of everything -->
            <x:Policy xmlns:x="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicyId="p" Version="1.2"
                RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides">
              <x:Description> what it is for </x:Description>
              <x:Target><x:AnyOf><x:AllOf>
                <x:Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal">
                  <x:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string"> r </x:AttributeValue>
                  <x:AttributeDesignator Category="c" AttributeId="a" DataType="http://www.w3.org/2001/XMLSchema#string"
                      Issuer="i" MustBePresent="1"/>
                </x:Match>
              </x:AllOf></x:AnyOf></x:Target>
              <x:VariableDefinition VariableId="v">
                <x:Apply FunctionId="urn:oasis:names:tc:xacml:1.0:function:not">
                  <x:Description>ignored</x:Description>
                  <x:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#boolean">false</x:AttributeValue>
                </x:Apply>
              </x:VariableDefinition>
              <x:Rule RuleId="r" Effect="Permit">
                <x:Description>d</x:Description>
                <x:Condition><x:VariableReference VariableId="v"/></x:Condition>
                <x:AdviceExpressions>
                  <x:AdviceExpression AdviceId="n" AppliesTo="Deny"/>
                </x:AdviceExpressions>
              </x:Rule>
              <x:ObligationExpressions>
                <x:ObligationExpression ObligationId="o" FulfillOn="Permit">
                  <x:AttributeAssignmentExpression AttributeId="l" Category="k" Issuer="j">
                    <x:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#integer">3</x:AttributeValue>
                  </x:AttributeAssignmentExpression>
                </x:ObligationExpression>
              </x:ObligationExpressions>
            </x:Policy>
            """;

    private static Position at(int line, int column) {
        return new Position(line, column);
    }

    private static Policy everything() {
        return new Policy(
                at(3, 1),
                "p",
                "1.2",
                Xacml.DENY_OVERRIDES,
                Optional.of("what it is for"),
                Optional.of(target()),
                List.of(variable()),
                List.of(rule()),
                List.of(obligation()),
                List.of());
    }

    private static Target target() {
        var value = new AttributeValue(at(8, 7), Xacml.TYPE_STRING, " r ");
        var attribute = new AttributeDesignator(at(9, 7), "c", "a", Xacml.TYPE_STRING, Optional.of("i"), true);
        var match = new Match(at(7, 5), PolicyXml.function("string-equal"), value, attribute);
        return new Target(at(6, 3), List.of(new AnyOf(at(6, 13), List.of(new AllOf(at(6, 22), List.of(match))))));
    }

    private static VariableDefinition variable() {
        var argument = new AttributeValue(at(16, 7), Xacml.TYPE_BOOLEAN, "false");
        return new VariableDefinition(
                at(13, 3), "v", new Apply(at(14, 5), PolicyXml.function("not"), List.of(argument)));
    }

    private static Rule rule() {
        return new Rule(
                at(19, 3),
                "r",
                Effect.PERMIT,
                Optional.of("d"),
                Optional.empty(),
                Optional.of(new VariableReference(at(21, 18), "v")),
                List.of(),
                List.of(new AdviceExpression(at(23, 7), "n", Effect.DENY, List.of())));
    }

    private static ObligationExpression obligation() {
        var value = new AttributeValue(at(29, 9), Xacml.TYPE_INTEGER, "3");
        var assignment = new AttributeAssignmentExpression(at(28, 7), "l", Optional.of("k"), Optional.of("j"), value);
        return new ObligationExpression(at(27, 5), "o", Effect.PERMIT, List.of(assignment));
    }

    private static Policy read(byte[] xml) {
        var issues = new Issues();
        var policy = PolicyReader.read(xml, Dialect.STANDARD, 1 << 20, issues);
        assertThat(issues.inSourceOrder()).isEmpty();
        return (Policy) policy.orElseThrow();
    }

    private static String textOf(String written) {
        var literal = "<AttributeValue DataType=\"" + Xacml.TYPE_STRING + "\">" + written + "</AttributeValue>";
        var policy = PolicyXml.policy("deny-overrides", PolicyXml.variable("v", literal));
        var expression = read(PolicyXml.bytes(policy)).variables().get(0).expression();
        return ((AttributeValue) expression).text();
    }

    @Test
    void reads_every_element_with_its_line_and_column() {
        assertThat(read(PolicyXml.bytes(EVERYTHING))).isEqualTo(everything());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void counts_lines_by_whatever_ends_them(String lineEnd) {
        assertThat(read(PolicyXml.bytes(EVERYTHING.replace("\n", lineEnd)))).isEqualTo(everything());
    }

    @Test
    void reads_utf8_with_a_byte_order_mark() {
        assertThat(read(PolicyXml.bytes("\uFEFF" + EVERYTHING))).isEqualTo(everything());
    }

    @Test
    void reads_utf16_in_both_byte_orders_if_a_byte_order_mark_says_so() {
        var marked = "\uFEFF" + EVERYTHING.replace("UTF-8", "UTF-16");
        assertThat(read(marked.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(everything());
        assertThat(read(marked.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(everything());
    }

    @Test
    void an_element_far_behind_many_others_has_its_own_position() {
        var rules = new String[2_000];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = "  <Rule RuleId='\uD83D\uDE00 æ &lt;" + i + "' Effect='Permit'/><!-- < & ü -->";
        }
        var policy = read(PolicyXml.bytes(PolicyXml.policy("deny-overrides", rules)));
        assertThat(policy.rules()).hasSize(rules.length);
        for (int i = 0; i < rules.length; i++) {
            assertThat(policy.rules().get(i).position()).isEqualTo(at(i + 3, 3));
        }
    }

    @Test
    void comments_and_processing_instructions_leave_no_trace_in_a_text() {
        assertThat(textOf("ad<!-- x -->m<?pi y?>in")).isEqualTo("admin");
    }

    @Test
    void sections_and_references_are_what_they_stand_for() {
        assertThat(textOf("a<![CDATA[<&]]>b&lt;&amp;&gt;&quot;&apos;&#65;&#x1F600;"))
                .isEqualTo("a<&b<&>\"'A\uD83D\uDE00");
    }

    @Test
    void white_space_of_a_text_is_kept_with_line_ends_as_xml_has_them() {
        assertThat(textOf(" a\r\nb\rc\t ")).isEqualTo(" a\nb\nc\t ");
        assertThat(textOf("")).isEmpty();
    }

    @Test
    void what_no_supported_feature_uses_is_not_looked_into() {
        var policy = PolicyXml.policy(
                "deny-overrides",
                "<Description/><PolicyDefaults><XPathVersion>x</XPathVersion></PolicyDefaults><Target/>",
                "<CombinerParameters><CombinerParameter ParameterName='x'/></CombinerParameters>");
        assertThat(read(PolicyXml.bytes(policy)).rules()).isEmpty();
    }

    @Test
    void attributes_of_other_namespaces_mean_nothing() {
        var foreign =
                " xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='a b' xml:lang='nb' PolicyId";
        var policy = PolicyXml.policy("deny-overrides").replace(" PolicyId", foreign);
        assertThat(read(PolicyXml.bytes(policy)).id()).isEqualTo("p");
    }

    @Test
    void the_source_of_a_compiled_policy_is_what_was_read() {
        assertThat(Compiling.compiled(EVERYTHING, Dialect.STANDARD).source()).isEqualTo(everything());
    }
}
