package no.klarert.server.policy;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes results in the XML of JUnit that build servers read: testsuites, testsuite, testcase; failure, error and skipped. */
final class JunitXml {
    private static final String NOT_XML = "[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(List<SuiteResult> suites) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitXml(writer).document(suites);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a report that is kept in memory could not be written", e);
        }
        return text + "\n";
    }

    private void document(List<SuiteResult> suites) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        attribute("name", "klarert policy test");
        totals(suites);
        for (var suite : suites) {
            suite(suite);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(SuiteResult suite) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute("name", suite.name());
        totals(List.of(suite));
        for (var each : suite.cases()) {
            testCase(suite, each);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void totals(List<SuiteResult> suites) throws XMLStreamException {
        attribute("tests", sum(suites.stream().map(suite -> (long) suite.cases().size())));
        attribute("failures", sum(suites.stream().map(suite -> suite.count(CaseResult.Failed.class))));
        attribute("errors", sum(suites.stream().map(suite -> suite.count(CaseResult.Unusable.class))));
        attribute("skipped", sum(suites.stream().map(suite -> suite.count(CaseResult.Skipped.class))));
        time(suites.stream().map(SuiteResult::took).reduce(Duration.ZERO, Duration::plus));
    }

    private static String sum(Stream<Long> counts) {
        return Long.toString(counts.mapToLong(Long::longValue).sum());
    }

    private void time(Duration took) throws XMLStreamException {
        attribute("time", String.format(Locale.ROOT, "%.3f", took.toNanos() / 1e9));
    }

    private void testCase(SuiteResult suite, CaseResult result) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute("classname", suite.name());
        attribute("name", result.name());
        time(result.took());
        switch (result.outcome()) {
            case CaseResult.Passed passed -> {}
            case CaseResult.Skipped skipped -> {
                xml.writeEmptyElement("skipped");
                attribute("message", skipped.reason());
            }
            case CaseResult.Failed failed -> fault("failure", failed.differences(), failed.details());
            case CaseResult.Unusable unusable -> fault("error", unusable.problems(), List.of());
        }
        xml.writeEndElement();
    }

    private void fault(String element, List<String> what, List<String> details) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", String.join("; ", what));
        attribute("type", element.equals("failure") ? "unexpected-decision" : "unusable-file");
        var lines = Stream.concat(what.stream(), details.stream()).toList();
        xml.writeCharacters(writable(String.join("\n", lines)));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, writable(value));
    }

    /** What XML 1.0 §2.2 has no place for is shown as the replacement character. */
    private static String writable(String text) {
        return text.replaceAll(NOT_XML, "\uFFFD");
    }
}
