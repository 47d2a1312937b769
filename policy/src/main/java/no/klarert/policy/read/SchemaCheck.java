package no.klarert.policy.read;

import no.klarert.policy.Issue.Severity;
import no.klarert.policy.Xacml;
import no.klarert.policy.read.Shape.Content;
import no.klarert.policy.read.Shape.Occurrence;
import no.klarert.policy.read.Shape.Part;
import no.klarert.policy.value.Shown;

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
            issues.error(element.position(), "unknown element " + Shown.quoted(element.name()));
            return;
        }
        if (shape.content() == Content.ANYTHING) {
            return;
        }
        checkAttributes(element, shape);
        checkText(element, shape);
        checkChildren(element, shape);
        element.children().forEach(this::check);
    }

    private void checkAttributes(XmlElement element, Shape shape) {
        for (var name : shape.required()) {
            if (element.attribute(name).isBlank()) {
                missing(Severity.ERROR, element, "attribute", name);
            }
        }
        for (var name : shape.expected()) {
            if (element.attribute(name).isBlank()) {
                missing(deviation, element, "attribute", name);
            }
        }
        // INVARIANT: the schema lets a literal carry attributes of its data type.
        if (!element.name().equals("AttributeValue")) {
            reportUnknown(element, shape);
        }
    }

    private void reportUnknown(XmlElement element, Shape shape) {
        int known = 0;
        for (var name : element.attributes().keySet()) {
            known += shape.knows(name) ? 1 : 0;
        }
        if (known == element.attributes().size()) {
            return;
        }
        element.attributes().keySet().stream()
                .filter(name -> !shape.knows(name))
                .sorted()
                .forEach(name -> issues.add(
                        deviation,
                        element.position(),
                        Shown.quoted(element.name()) + " has an unknown attribute " + Shown.quoted(name)));
    }

    private void checkText(XmlElement element, Shape shape) {
        if (shape.content() == Content.ELEMENTS && !element.text().isBlank()) {
            issues.error(
                    element.position(), Shown.quoted(element.name()) + " holds text where only elements may stand");
        }
        if (shape.content() == Content.TEXT && !element.children().isEmpty()) {
            issues.error(
                    element.position(), Shown.quoted(element.name()) + " holds elements where only text may stand");
        }
    }

    private void checkChildren(XmlElement element, Shape shape) {
        var parts = shape.parts();
        var counts = new int[parts.size()];
        int reached = 0;
        for (var child : element.children()) {
            int step = shape.step(child.name());
            if (step >= 0) {
                counts[step]++;
                checkPlace(
                        element,
                        child,
                        step < reached,
                        counts[step] == 2 && !parts.get(step).mayRepeat());
            } else if (shape.content() == Content.ELEMENTS && Schema.SHAPES.containsKey(child.name())) {
                misplaced(Severity.ERROR, element, child);
            }
            reached = Math.max(reached, step);
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                checkAbsent(element, parts.get(i));
            }
        }
    }

    private void checkPlace(XmlElement element, XmlElement child, boolean late, boolean repeated) {
        if (late) {
            misplaced(deviation, element, child);
        }
        if (repeated) {
            issues.error(
                    child.position(),
                    Shown.quoted(element.name()) + " holds more than one " + Shown.quoted(child.name()));
        }
    }

    private void checkAbsent(XmlElement element, Part part) {
        var severity = part.occurrence() == Occurrence.EXPECTED ? deviation : Severity.ERROR;
        if (part.occurrence() != Occurrence.OPTIONAL && part.occurrence() != Occurrence.ANY) {
            missing(severity, element, "element", String.join("` or `", part.names()));
        }
    }

    private void missing(Severity severity, XmlElement element, String kind, String name) {
        issues.add(
                severity, element.position(), Shown.quoted(element.name()) + " lacks the " + kind + " `" + name + "`");
    }

    private void misplaced(Severity severity, XmlElement element, XmlElement child) {
        issues.add(
                severity,
                child.position(),
                Shown.quoted(child.name()) + " must not stand here in " + Shown.quoted(element.name()));
    }
}
