package no.klarert.policy.read;

import java.io.StringReader;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.klarert.policy.syntax.Position;
import no.klarert.policy.value.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Walks through XML 1.0 tag by tag, bounded in depth and attributes. A document type declaration is refused, so no entity can be
 * declared and none is ever fetched. Comments and processing instructions are passed over.
 */
public final class XmlPull {
    /** Less than the 100 at which the parser of newer JDKs gives up in words of its own. */
    public static final int MAX_DEPTH = 90;

    static final int MAX_ATTRIBUTES = 50;

    private static final Position FIRST = new Position(1, 1);
    private static final Set<String> ENCODINGS = Set.of("utf-8", "utf-16", "us-ascii");

    private final SourceText source;
    private final TagCursor tags;
    private final int maxDepth;
    private final XMLStreamReader stream;
    private int at;
    private int depth;

    /** What comes next in a document. */
    public enum Event {
        START,
        TEXT,
        END,
        END_OF_DOCUMENT
    }

    /** Begins in front of the root. */
    public XmlPull(SourceText source, int maxDepth) throws Unreadable {
        this.source = source;
        this.tags = new TagCursor(source.text());
        this.maxDepth = Math.min(maxDepth, MAX_DEPTH);
        try {
            this.stream = factory().createXMLStreamReader(new StringReader(source.text()));
        } catch (XMLStreamException malformed) {
            throw unreadable(malformed);
        }
        refuseUnknownVersion();
        refuseUnknownEncoding();
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
    private void refuseUnknownVersion() throws Unreadable {
        var declared = stream.getVersion();
        if (declared != null && !declared.equals("1.0")) {
            throw new Unreadable(FIRST, "XML 1.1 is not read, only XML 1.0");
        }
    }

    private void refuseUnknownEncoding() throws Unreadable {
        var declared = stream.getCharacterEncodingScheme();
        if (declared != null && !ENCODINGS.contains(declared.toLowerCase(Locale.ROOT))) {
            throw new Unreadable(
                    FIRST, "the encoding " + Shown.quoted(declared) + " is not read, only UTF-8 and UTF-16");
        }
    }

    /** Goes on to the next tag or text. */
    public Event next() throws Unreadable {
        try {
            while (stream.hasNext()) {
                var event = event(step());
                if (event != null) {
                    return event;
                }
            }
            return Event.END_OF_DOCUMENT;
        } catch (XMLStreamException malformed) {
            throw unreadable(malformed);
        }
    }

    /** The parser of the JDK meets some malformed declarations with exceptions of another kind than it promises. */
    private int step() throws XMLStreamException {
        try {
            return stream.next();
        } catch (RuntimeException unexpected) {
            throw new XMLStreamException("the source cannot be read from here", stream.getLocation(), unexpected);
        }
    }

    private @Nullable Event event(int event) throws Unreadable {
        return switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> Event.TEXT;
            case XMLStreamConstants.DTD ->
                throw new Unreadable(source.position(tags.next()), "a document type declaration is not allowed");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw new Unreadable(position(stream.getLocation()), "an entity reference is not allowed");
            default -> null;
        };
    }

    private Event start() throws Unreadable {
        at = tags.next();
        if (depth == maxDepth) {
            throw new Unreadable(position(), "elements are nested more than " + maxDepth + " deep");
        }
        if (stream.getAttributeCount() + stream.getNamespaceCount() > MAX_ATTRIBUTES) {
            throw new Unreadable(position(), "an element has more than " + MAX_ATTRIBUTES + " attributes");
        }
        depth++;
        return Event.START;
    }

    private Event end() {
        depth--;
        return Event.END;
    }

    /** Where the tag that was started last begins. */
    public Position position() {
        return source.position(at);
    }

    /** The same as an index into the text of the source. */
    public int at() {
        return at;
    }

    /** The namespace of the element; empty if it has none. */
    public String namespace() {
        return stream.getNamespaceURI() == null ? "" : stream.getNamespaceURI();
    }

    public String localName() {
        return stream.getLocalName();
    }

    public String text() {
        return stream.getText();
    }

    public int attributeCount() {
        return stream.getAttributeCount();
    }

    /** The namespace of an attribute of the tag that was just started; empty if it has none. */
    public String attributeNamespace(int index) {
        var namespace = stream.getAttributeNamespace(index);
        return namespace == null ? "" : namespace;
    }

    public String attributeName(int index) {
        return stream.getAttributeLocalName(index);
    }

    public String attributeValue(int index) {
        return stream.getAttributeValue(index);
    }

    private Unreadable unreadable(XMLStreamException malformed) {
        return new Unreadable(position(malformed.getLocation()), "not well-formed XML: " + firstSentence(malformed));
    }

    /** Where the parser is; it may have counted past the end of a line. */
    private Position position(@Nullable Location location) {
        return location == null ? FIRST : source.nearest(location.getLineNumber(), location.getColumnNumber());
    }

    /** The parser's own words, without the position it puts in front of them. */
    private static String firstSentence(XMLStreamException malformed) {
        var message = String.valueOf(malformed.getMessage());
        int start = message.indexOf("Message: ");
        var words = start < 0 ? message : message.substring(start + 9);
        var line = Shown.sentence(words.lines().findFirst().orElse("").replace('"', '`'));
        return line.isEmpty() ? line : line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
    }
}
