package no.klarert.policy.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.klarert.policy.Issue;
import no.klarert.policy.Xacml;
import no.klarert.policy.read.Issues;
import no.klarert.policy.read.SourceText;
import no.klarert.policy.read.Unreadable;
import no.klarert.policy.read.XmlPull;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.value.Shown;
import org.jspecify.annotations.Nullable;

/**
 * One XML document that is being read, and what is wrong with it so far. Elements are pulled: whoever handles one reads it to its
 * end. Places are indexes into the text.
 */
final class XmlBody {
    private final WireOptions options;
    private final XmlPull pull;
    private final Problems problems = new Problems();

    private XmlBody(SourceText source, WireOptions options) throws Unreadable {
        this.options = options;
        // INVARIANT: limits count what is within the outermost element, the parser counts that one too.
        this.pull = new XmlPull(source, options.limits().depth() + 1);
    }

    /** Reads what one document is. */
    interface Reading<T> {
        T from(XmlBody body) throws Unreadable;
    }

    /** What was read, or nothing and why. */
    record Outcome<T>(@Nullable T read, List<Issue> issues) {}

    /** Reads a document whose outermost element has the name. */
    static <T> Outcome<T> read(byte[] xml, WireOptions options, String root, Reading<T> reading) {
        var issues = new Issues();
        var read = SourceText.decode(xml, options.limits().bytes(), "document", issues)
                .flatMap(source -> read(source, options, root, reading, issues));
        return new Outcome<>(read.orElse(null), issues.inSourceOrder());
    }

    private static <T> Optional<T> read(
            SourceText source, WireOptions options, String root, Reading<T> reading, Issues issues) {
        try {
            var body = new XmlBody(source, options);
            var read = body.whole(root, reading);
            body.problems.inOrder().forEach(each -> issues.error(place(source, each.at()), each.message()));
            return issues.hasErrors() ? Optional.empty() : Optional.ofNullable(read);
        } catch (Unreadable unreadable) {
            issues.error(unreadable.position(), unreadable.reason());
        } catch (Malformed malformed) {
            issues.error(place(source, malformed.at()), malformed.reason());
        }
        return Optional.empty();
    }

    private static Position place(SourceText source, int at) {
        return source.position(Math.max(0, at));
    }

    private <T> @Nullable T whole(String root, Reading<T> reading) throws Unreadable {
        if (!child() || !name().equals(root)) {
            problem(pull.at(), "the document is no `" + root + "` of XACML 3.0");
            return null;
        }
        var read = reading.from(this);
        while (pull.next() != XmlPull.Event.END_OF_DOCUMENT) {}
        return read;
    }

    WireOptions options() {
        return options;
    }

    Problems problems() {
        return problems;
    }

    int at() {
        return pull.at();
    }

    void problem(int at, String message) {
        problems.add(at, message);
    }

    /** Whether the element has another child. If so, its tag has been read; if not, the end of the element has. */
    boolean child() throws Unreadable {
        while (true) {
            switch (pull.next()) {
                case START -> {
                    return true;
                }
                case TEXT -> refuseText();
                case END, END_OF_DOCUMENT -> {
                    return false;
                }
            }
        }
    }

    private void refuseText() {
        if (!pull.text().isBlank()) {
            problem(pull.at(), "text stands where only elements may");
        }
    }

    /** The local name of an element of XACML 3.0; empty for any other element. */
    String name() {
        return pull.namespace().equals(Xacml.NAMESPACE) ? pull.localName() : "";
    }

    /** The value of an attribute that must be there; empty after noting that it is not. */
    String required(String name) {
        var value = attribute(name);
        if (value == null) {
            problem(pull.at(), "the element lacks the attribute `" + name + "`");
        }
        return value == null ? "" : value;
    }

    @Nullable
    String attribute(String name) {
        return attribute("", name);
    }

    @Nullable
    String attribute(String namespace, String name) {
        for (int i = 0; i < pull.attributeCount(); i++) {
            if (pull.attributeName(i).equals(name) && pull.attributeNamespace(i).equals(namespace)) {
                return pull.attributeValue(i);
            }
        }
        return null;
    }

    /** The value of an attribute that the schema demands; leniently false if it is not there. */
    boolean truth(String name) {
        var value = options.isLenient() ? attribute(name) : required(name);
        return switch (value == null ? "" : value.strip()) {
            case "true", "1" -> true;
            case "false", "0", "" -> false;
            default -> {
                problem(pull.at(), "the attribute `" + name + "` is neither true nor false");
                yield false;
            }
        };
    }

    /** Notes other attributes than these, unless they belong to another namespace. */
    void only(String... names) {
        for (int i = 0; !options.isLenient() && i < pull.attributeCount(); i++) {
            var name = pull.attributeName(i);
            if (pull.attributeNamespace(i).isEmpty() && Stream.of(names).noneMatch(name::equals)) {
                problem(pull.at(), "unknown attribute " + Shown.quoted(name));
            }
        }
    }

    /** The text of the element, which ends with it. */
    String text() throws Unreadable {
        int at = pull.at();
        var text = new StringBuilder();
        while (true) {
            switch (pull.next()) {
                case TEXT -> append(text, at);
                case START -> {
                    problem(pull.at(), "an element stands where only text may");
                    skip();
                }
                case END, END_OF_DOCUMENT -> {
                    return text.toString();
                }
            }
        }
    }

    private void append(StringBuilder text, int at) {
        text.append(pull.text());
        if (text.length() > options.limits().stringLength()) {
            throw new Malformed(at, "a text is longer than " + options.limits().stringLength() + " characters");
        }
    }

    /** An element that means nothing here. */
    void unknown() throws Unreadable {
        if (!options.isLenient()) {
            problem(pull.at(), "unknown element " + Shown.quoted(pull.localName()));
        }
        skip();
    }

    /** Passes over the rest of the element, whatever it holds. */
    void skip() throws Unreadable {
        for (int open = 1; open > 0; ) {
            switch (pull.next()) {
                case START -> open++;
                case END -> open--;
                case TEXT -> {}
                case END_OF_DOCUMENT -> open = 0;
            }
        }
    }
}
