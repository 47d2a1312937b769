package no.klarert.policy.read;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.klarert.policy.syntax.Position;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML into elements, bounded in size, depth and attributes. A document type declaration is refused, so no entity can be
 * declared and none is ever fetched. Stops at the first thing that is wrong with the XML itself.
 */
final class XmlReader {
    /** Less than the 100 at which the parser of newer JDKs gives up in words of its own. */
    static final int MAX_DEPTH = 90;

    static final int MAX_ATTRIBUTES = 50;

    private static final Position FIRST = new Position(1, 1);
    private static final Set<String> ENCODINGS = Set.of("utf-8", "utf-16", "us-ascii");

    private final SourceText source;
    private final TagCursor tags;
    private final Issues issues;
    private final Deque<OpenElement> open = new ArrayDeque<>();
    private @Nullable XmlElement root;

    private XmlReader(SourceText source, Issues issues) {
        this.source = source;
        this.tags = new TagCursor(source.text());
        this.issues = issues;
    }

    static Optional<XmlElement> read(byte[] xml, int maxBytes, Issues issues) {
        return SourceText.decode(xml, maxBytes, issues).flatMap(source -> new XmlReader(source, issues).read());
    }

    private Optional<XmlElement> read() {
        try {
            var stream = factory().createXMLStreamReader(new StringReader(source.text()));
            boolean readable = hasKnownVersion(stream) && hasKnownEncoding(stream);
            while (readable && stream.hasNext()) {
                readable = take(stream, next(stream));
            }
            return readable ? Optional.ofNullable(root) : Optional.empty();
        } catch (XMLStreamException malformed) {
            issues.error(position(malformed.getLocation()), "not well-formed XML: " + firstSentence(malformed));
            return Optional.empty();
        }
    }

    /** The parser of the JDK meets some malformed declarations with exceptions of another kind than it promises. */
    private static int next(XMLStreamReader stream) throws XMLStreamException {
        try {
            return stream.next();
        } catch (RuntimeException unexpected) {
            throw new XMLStreamException("the source cannot be read from here", stream.getLocation(), unexpected);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    /** XML 1.1 admits control characters and other line ends than 1.0. Nobody writes policies in it. */
    private boolean hasKnownVersion(XMLStreamReader stream) {
        var declared = stream.getVersion();
        return declared == null || declared.equals("1.0") || refuse(FIRST, "XML 1.1 is not read, only XML 1.0");
    }

    private boolean hasKnownEncoding(XMLStreamReader stream) {
        var declared = stream.getCharacterEncodingScheme();
        if (declared == null || ENCODINGS.contains(declared.toLowerCase(Locale.ROOT))) {
            return true;
        }
        return refuse(FIRST, "the encoding " + Issues.quoted(declared) + " is not read, only UTF-8 and UTF-16");
    }

    /** Whether reading may go on. */
    private boolean take(XMLStreamReader stream, int event) {
        return switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(stream);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(stream);
            case XMLStreamConstants.DTD -> refuse(nextTag(), "a document type declaration is not allowed");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                refuse(position(stream.getLocation()), "an entity reference is not allowed");
            default -> true;
        };
    }

    private boolean start(XMLStreamReader stream) {
        var position = nextTag();
        if (open.size() == MAX_DEPTH) {
            return refuse(position, "elements are nested more than " + MAX_DEPTH + " deep");
        }
        if (stream.getAttributeCount() + stream.getNamespaceCount() > MAX_ATTRIBUTES) {
            return refuse(position, "an element has more than " + MAX_ATTRIBUTES + " attributes");
        }
        open.push(new OpenElement(
                stream.getNamespaceURI() == null ? "" : stream.getNamespaceURI(),
                stream.getLocalName(),
                attributes(stream),
                position));
        return true;
    }

    private static Map<String, String> attributes(XMLStreamReader stream) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < stream.getAttributeCount(); i++) {
            var namespace = stream.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                attributes.put(stream.getAttributeLocalName(i), stream.getAttributeValue(i));
            }
        }
        return attributes;
    }

    private boolean end() {
        var element = open.pop().close();
        var parent = open.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.children.add(element);
        }
        return true;
    }

    private boolean text(XMLStreamReader stream) {
        var element = open.peek();
        if (element != null) {
            element.text.append(stream.getText());
        }
        return true;
    }

    private boolean refuse(Position at, String message) {
        issues.error(at, message);
        return false;
    }

    private Position nextTag() {
        return source.position(tags.next());
    }

    private static Position position(@Nullable Location location) {
        return location == null
                ? FIRST
                : new Position(Math.max(1, location.getLineNumber()), Math.max(1, location.getColumnNumber()));
    }

    /** The parser's own words, without the position it puts in front of them. */
    private static String firstSentence(XMLStreamException malformed) {
        var message = String.valueOf(malformed.getMessage());
        int start = message.indexOf("Message: ");
        var words = start < 0 ? message : message.substring(start + 9);
        var line = Issues.shortened(words.lines().findFirst().orElse("").replace('"', '`'));
        return line.isEmpty() ? line : line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
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
