package no.klarert.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import no.klarert.server.CommandUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class JunitXmlTest {
    private static void validate(String report) throws SAXException, IOException {
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitXmlTest.class.getResource("junit.xsd"));
        schema.newValidator().validate(new StreamSource(new StringReader(report)));
    }

    private static SuiteResult suite(CaseResult.Outcome... outcomes) {
        return new SuiteResult(
                "krav & <betalinger>",
                List.of(outcomes).stream()
                        .map(outcome -> new CaseResult("a \"case\"", outcome, Duration.ofMillis(1_500)))
                        .toList());
    }

    @Test
    void every_outcome_is_valid() throws Exception {
        var report = JunitXml.of(List.of(
                suite(
                        new CaseResult.Passed(),
                        new CaseResult.Failed(List.of("expected <x>", "came y"), List.of("hint: ]]>", "policy")),
                        new CaseResult.Skipped("because")),
                suite(new CaseResult.Unusable(List.of("a.yaml:1:1: error: what")))));

        validate(report);
        assertThat(report)
                .contains("<testsuites name=\"klarert policy test\" tests=\"4\" failures=\"1\" errors=\"1\" "
                        + "skipped=\"1\" time=\"6.000\">")
                .contains("<testsuite name=\"krav &amp; &lt;betalinger&gt;\" tests=\"3\" failures=\"1\" errors=\"0\"")
                .contains("<skipped message=\"because\"")
                .contains("<failure message=\"expected &lt;x&gt;; came y\" type=\"unexpected-decision\">expected "
                        + "&lt;x&gt;\ncame y\nhint: ]]&gt;\npolicy</failure>");
    }

    @Test
    void the_schema_refuses_what_build_servers_do() {
        assertThatThrownBy(() -> validate("<testsuites><testcase name=\"x\"/></testsuites>"))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void characters_that_xml_has_no_place_for_are_replaced() throws Exception {
        var report = JunitXml.of(List.of(suite(new CaseResult.Skipped("a\0b\u001b\ud800c\ud83d\ude00\uffff"))));

        validate(report);
        assertThat(report).contains("a\ufffdb\ufffd\ufffdc\ud83d\ude00\ufffd");
    }

    @Test
    void the_command_writes_it_also_when_tests_fail(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("policy.xml"), Policies.permits("DAGL"));
        Files.writeString(
                folder.resolve("a.test.yaml"),
                "policy: policy.xml\ncases: [{name: å, expect: Permit}, {name: b, expect: NotApplicable}]");
        Files.writeString(folder.resolve("b.test.yaml"), "nothing");
        var file = folder.resolve("report.xml");

        var ended = CommandUnderTest.run("policy", "test", folder, "--junit-xml", file);

        assertThat(ended.exitCode()).isEqualTo(2);
        validate(Files.readString(file));
        assertThat(Files.readString(file))
                .contains("tests=\"3\" failures=\"1\" errors=\"1\"")
                .contains("name=\"å\"");
    }

    @Test
    void a_place_it_cannot_be_written_to_is_one_line(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("policy.xml"), Policies.permits("DAGL"));
        var test = Files.writeString(
                folder.resolve("a.test.yaml"), "policy: policy.xml\ncases: [{name: a, expect: NotApplicable}]");

        var ended = CommandUnderTest.run("policy", "test", test, "--junit-xml", folder.resolve("no/such/folder.xml"));

        assertThat(ended.err()).startsWith("klarert: cannot write `").hasLineCount(1);
        assertThat(ended.exitCode()).isEqualTo(2);
    }
}
