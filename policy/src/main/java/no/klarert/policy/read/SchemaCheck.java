package no.klarert.policy.read;

import java.util.List;
import java.util.Set;
import no.klarert.policy.Issue.Severity;
import no.klarert.policy.Xacml;
import no.klarert.policy.read.Shape.Content;
import no.klarert.policy.read.Shape.Occurrence;
import no.klarert.policy.read.Shape.Part;

/**
 * Compares the elements of a source with the {@link Schema}. Whatever could change what a policy permits is an error: unknown
 * or repeated elements, missing operands, stray text. What merely breaks the schema has the severity the dialect gives it.
 */
final class SchemaCheck {
    private final Issues issues;
    private final Severity deviation;

    SchemaCheck(Issues issues, Severity deviation) {
        this.issues = issues;
        this.deviation = deviation;
    }

    void check(XmlElement element) {
        var shape = Schema.SHAPES.get(element.name());
        if (shape == null || !element.namespace().equals(Xacml.NAMESPACE)) {
            issues.error(element.position(), "unknown element " + Issues.quoted(element.name()));
            return;
        }
        if (shape.content() == Content.ANYTHING) {
            return;
        }
        checkAttributes(element, shape);
        checkText(element, shape);
        checkOrder(element, shape);
        shape.parts().forEach(part -> checkOccurrence(element, part));
        element.children().forEach(this::check);
    }

    private void checkAttributes(XmlElement element, Shape shape) {
        for (var name : sorted(shape.required())) {
            if (element.attribute(name).isBlank()) {
                missing(Severity.ERROR, element, "attribute", name);
            }
        }
        for (var name : sorted(shape.expected())) {
            if (element.attribute(name).isBlank()) {
                missing(deviation, element, "attribute", name);
            }
        }
        for (var name : sorted(element.attributes().keySet())) {
            // INVARIANT: the schema lets a literal carry attributes of its data type.
            if (!shape.knows(name) && !element.name().equals("AttributeValue")) {
                issues.add(
                        deviation,
                        element.position(),
                        Issues.quoted(element.name()) + " has an unknown attribute " + Issues.quoted(name));
            }
        }
    }

    private void checkText(XmlElement element, Shape shape) {
        if (shape.content() == Content.ELEMENTS && !element.text().isBlank()) {
            issues.error(
                    element.position(), Issues.quoted(element.name()) + " holds text where only elements may stand");
        }
        if (shape.content() == Content.TEXT && !element.children().isEmpty()) {
            issues.error(
                    element.position(), Issues.quoted(element.name()) + " holds elements where only text may stand");
        }
    }

    private void checkOrder(XmlElement element, Shape shape) {
        if (shape.content() != Content.ELEMENTS) {
            return;
        }
        int reached = 0;
        for (var child : element.children()) {
            int step = step(shape.parts(), child.name());
            if (step < 0 && Schema.SHAPES.containsKey(child.name())) {
                misplaced(Severity.ERROR, element, child);
            } else if (step >= 0 && step < reached) {
                misplaced(deviation, element, child);
            }
            reached = Math.max(reached, step);
        }
    }

    private static int step(List<Part> parts, String name) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).names().contains(name)) {
                return i;
            }
        }
        return -1;
    }

    private void checkOccurrence(XmlElement element, Part part) {
        var found = element.children().stream()
                .filter(child -> part.names().contains(child.name()))
                .toList();
        if (found.isEmpty() && part.occurrence() != Occurrence.OPTIONAL && part.occurrence() != Occurrence.ANY) {
            var severity = part.occurrence() == Occurrence.EXPECTED ? deviation : Severity.ERROR;
            missing(severity, element, "element", String.join("` or `", sorted(part.names())));
        }
        if (found.size() > 1 && !part.occurrence().mayRepeat()) {
            var second = found.get(1);
            issues.error(
                    second.position(),
                    Issues.quoted(element.name()) + " holds more than one " + Issues.quoted(second.name()));
        }
    }

    private void missing(Severity severity, XmlElement element, String kind, String name) {
        issues.add(
                severity, element.position(), Issues.quoted(element.name()) + " lacks the " + kind + " `" + name + "`");
    }

    private void misplaced(Severity severity, XmlElement element, XmlElement child) {
        issues.add(
                severity,
                child.position(),
                Issues.quoted(child.name()) + " must not stand here in " + Issues.quoted(element.name()));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
