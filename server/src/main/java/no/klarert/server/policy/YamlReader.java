package no.klarert.server.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import no.klarert.policy.syntax.Position;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads one YAML document and keeps every place. Refused are aliases, tags, keys that are not scalars, keys used twice, a second
 * document, and more than {@link #DEEPEST} levels.
 */
final class YamlReader {
    static final int DEEPEST = 20;

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern DOUBLE = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(SourceFiles.LARGEST)
                    .maxNumberLength(SourceFiles.LARGEST)
                    .build())
            .build();

    private final JsonParser parser;
    private final Problems problems;

    private YamlReader(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** Empty if there is a problem. */
    static Optional<YamlNode> read(byte[] content, Problems problems) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.add(new Position(1, 1), "this is not YAML: it is not in UTF-8");
            return Optional.empty();
        }
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new YamlReader(parser, problems).read();
        }
    }

    private Optional<YamlNode> read() {
        try {
            var node = document();
            return problems.isEmpty() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException e) {
            problems.add(placeOf(e), "this is not YAML: " + sentence(e));
            return Optional.empty();
        }
    }

    /** A limit that is crossed has no place of its own. */
    private Position placeOf(JacksonException e) {
        var location = e.getLocation();
        return location == null ? here() : position(location);
    }

    /** Of a message of several lines with an excerpt, what it says. */
    private static String sentence(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "it is nested more than " + DEEPEST + " deep";
        }
        var lines = e.getOriginalMessage().lines().map(String::strip).toList();
        return Words.shown(lines.stream()
                .filter(line -> line.startsWith("found") || line.startsWith("expected") || line.startsWith("could not"))
                .findFirst()
                .orElse(lines.isEmpty() ? "unreadable" : lines.getFirst()));
    }

    private YamlNode document() {
        if (parser.nextToken() == null) {
            return new YamlNode.Nothing(new Position(1, 1));
        }
        var node = node();
        if (parser.nextToken() != null) {
            problems.add(here(), "a second document; a file holds one");
        }
        return node;
    }

    private YamlNode node() {
        var at = here();
        refuseAliasOrTag(at);
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(at);
            case START_ARRAY -> items(at);
            case VALUE_NULL -> new YamlNode.Nothing(at);
            default -> new YamlNode.Scalar(at, parser.getString(), looks(parser.currentToken()));
        };
    }

    private void refuseAliasOrTag(Position at) {
        var yaml = (YAMLParser) parser;
        if (yaml.isCurrentAlias()) {
            problems.add(at, "an alias; write the value out");
        } else if (yaml.getTypeId() != null && parser.currentToken() != JsonToken.PROPERTY_NAME) {
            problems.add(at, "a tag; the key `type` says of what data type a value is");
        }
    }

    private YamlNode.Looks looks(JsonToken token) {
        var text = parser.getString();
        return switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(text);
            case VALUE_TRUE, VALUE_FALSE ->
                text.equals("true") || text.equals("false") ? YamlNode.Looks.BOOLEAN : YamlNode.Looks.TEXT;
            default -> YamlNode.Looks.TEXT;
        };
    }

    private static YamlNode.Looks number(String text) {
        if (INTEGER.matcher(text).matches()) {
            return YamlNode.Looks.INTEGER;
        }
        return DOUBLE.matcher(text).matches() ? YamlNode.Looks.DOUBLE : YamlNode.Looks.TEXT;
    }

    private YamlNode items(Position at) {
        var items = new ArrayList<YamlNode>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new YamlNode.Items(at, items);
    }

    private YamlNode members(Position at) {
        var members = new ArrayList<YamlNode.Member>();
        var names = new HashSet<String>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var place = here();
            var name = parser.currentName();
            if (!names.add(name)) {
                problems.add(place, "the key " + Words.quoted(name) + " is here already");
            }
            parser.nextToken();
            members.add(new YamlNode.Member(place, name, node()));
        }
        return new YamlNode.Members(at, members);
    }

    private Position here() {
        return position(parser.currentTokenLocation());
    }

    private static Position position(TokenStreamLocation location) {
        return new Position(Math.max(location.getLineNr(), 1), Math.max(location.getColumnNr(), 1));
    }
}
