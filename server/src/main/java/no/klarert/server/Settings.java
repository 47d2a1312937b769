package no.klarert.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.klarert.vocabulary.InvalidValueException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The keys of a configuration file, flattened: {@code issuer: {key-size: 3072}} is {@code issuer.key-size}. Every key must be
 * asked for once; {@link #refuseUnknown()} names those that were not, with the nearest one that was.
 */
final class Settings {
    private final Map<String, String> values;
    private final Set<String> known = new LinkedHashSet<>();

    Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    static Settings none() {
        return new Settings(Map.of());
    }

    /** Reads a YAML or JSON file. */
    static Settings read(Path file) {
        try {
            Map<String, String> values = new LinkedHashMap<>();
            flatten("", YAMLMapper.builder().build().readTree(Files.readAllBytes(file)), values);
            return new Settings(values);
        } catch (IOException e) {
            throw new ConfigException("cannot read the configuration file `" + file + "`", e);
        } catch (JacksonException e) {
            throw new ConfigException("`" + file + "` is not YAML: " + e.getOriginalMessage(), e);
        }
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            for (var entry : node.properties()) {
                flatten(prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey(), entry.getValue(), into);
            }
        } else if (node.isArray()) {
            into.put(
                    prefix,
                    String.join(",", node.valueStream().map(JsonNode::asString).toList()));
        } else if (!node.isNull() && !node.isMissingNode()) {
            into.put(prefix, node.asString());
        }
    }

    Optional<String> text(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    int integer(String key, int otherwise, int least, int most) {
        return value(
                        key,
                        text -> {
                            int number = Integer.parseInt(text);
                            if (number < least || number > most) {
                                throw new NumberFormatException();
                            }
                            return number;
                        },
                        "a whole number from " + least + " to " + most)
                .orElse(otherwise);
    }

    /** A duration in ISO 8601, such as {@code PT2H} or {@code P90D}, within bounds. */
    Duration duration(String key, Duration otherwise, Duration least, Duration most) {
        return value(
                        key,
                        text -> {
                            var duration = parseDuration(text);
                            if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
                                throw new IllegalArgumentException();
                            }
                            return duration;
                        },
                        "a duration from " + least + " to " + most + ", such as PT2H or P90D")
                .orElse(otherwise);
    }

    private static Duration parseDuration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    boolean flag(String key, boolean otherwise) {
        return value(
                        key,
                        text -> switch (text) {
                            case "true" -> true;
                            case "false" -> false;
                            default -> throw new IllegalArgumentException();
                        },
                        "true or false")
                .orElse(otherwise);
    }

    /** A key's text turned into a value; what {@code parse} refuses stops the start with the key's name. */
    <T> Optional<T> value(String key, Function<String, T> parse, String expected) {
        return text(key).map(text -> {
            try {
                return parse.apply(text);
            } catch (InvalidValueException e) {
                throw new ConfigException("`" + key + "`: " + e.getMessage(), e);
            } catch (IllegalArgumentException e) {
                throw new ConfigException("`" + key + "` is `" + text + "`, expected " + expected, e);
            }
        });
    }

    /**
     * A secret, given as a reference: {@code file:/path} or {@code env:NAME}. A secret written into the file itself is refused.
     */
    Optional<String> secret(String key) {
        return text(key).map(reference -> {
            if (reference.startsWith("file:")) {
                return readSecret(key, Path.of(reference.substring("file:".length())));
            }
            if (reference.startsWith("env:")) {
                var name = reference.substring("env:".length());
                return Optional.ofNullable(System.getenv(name))
                        .orElseThrow(
                                () -> new ConfigException("`" + key + "`: no environment variable `" + name + "`"));
            }
            throw new ConfigException(
                    "`" + key + "` must be a reference, `file:/path` or `env:NAME`, not the secret itself");
        });
    }

    static String readSecret(String key, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ConfigException("`" + key + "`: cannot read `" + file + "`", e);
        }
    }

    void refuseUnknown() {
        for (var key : values.keySet()) {
            if (!known.contains(key)) {
                var nearest = known.stream().min(Comparator.comparingInt(other -> distance(key, other)));
                throw new ConfigException("unknown key `" + key + "`"
                        + nearest.map(other -> "; did you mean `" + other + "`?")
                                .orElse(""));
            }
        }
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
