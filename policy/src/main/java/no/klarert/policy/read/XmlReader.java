package no.klarert.policy.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.klarert.policy.syntax.Position;
import org.jspecify.annotations.Nullable;

/** Reads XML into elements, within the bounds of {@link XmlPull}. Stops at the first thing that is wrong with the XML itself. */
final class XmlReader {
    private final XmlPull pull;
    private final Deque<OpenElement> open = new ArrayDeque<>();
    private final Map<String, String> values = new HashMap<>();
    private @Nullable XmlElement root;

    private XmlReader(XmlPull pull) {
        this.pull = pull;
    }

    static Optional<XmlElement> read(byte[] xml, int maxBytes, Issues issues) {
        return SourceText.decode(xml, maxBytes, "policy", issues).flatMap(source -> read(source, issues));
    }

    private static Optional<XmlElement> read(SourceText source, Issues issues) {
        try {
            return new XmlReader(new XmlPull(source, XmlPull.MAX_DEPTH)).read();
        } catch (Unreadable unreadable) {
            issues.error(unreadable.position(), unreadable.reason());
            return Optional.empty();
        }
    }

    private Optional<XmlElement> read() throws Unreadable {
        while (true) {
            switch (pull.next()) {
                case START -> start();
                case TEXT -> text();
                case END -> end();
                case END_OF_DOCUMENT -> {
                    return Optional.ofNullable(root);
                }
            }
        }
    }

    private void start() {
        open.push(new OpenElement(pull.namespace(), pull.localName(), attributes(), pull.position()));
    }

    private Map<String, String> attributes() {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < pull.attributeCount(); i++) {
            if (pull.attributeNamespace(i).isEmpty()) {
                attributes.put(pull.attributeName(i), once(pull.attributeValue(i)));
            }
        }
        return attributes;
    }

    /** The same instance for equal values: policies repeat their identifiers at every match, and are kept for long. */
    private String once(String value) {
        var earlier = values.putIfAbsent(value, value);
        return earlier == null ? value : earlier;
    }

    private void text() {
        var element = open.peek();
        if (element != null) {
            element.text.append(pull.text());
        }
    }

    private void end() {
        var element = open.pop().close();
        var parent = open.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.children.add(element);
        }
    }

    /** An element whose end has not been read yet. */
    private static final class OpenElement {
        private final String namespace;
        private final String name;
        private final Map<String, String> attributes;
        private final Position position;
        private final List<XmlElement> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        OpenElement(String namespace, String name, Map<String, String> attributes, Position position) {
            this.namespace = namespace;
            this.name = name;
            this.attributes = attributes;
            this.position = position;
        }

        XmlElement close() {
            return new XmlElement(namespace, name, attributes, children, text.toString(), position);
        }
    }
}
