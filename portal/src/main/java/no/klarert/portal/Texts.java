package no.klarert.portal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import org.jspecify.annotations.Nullable;

/**
 * The portal's words in one language, from {@code texts_<language>.properties}: UTF-8, with {@code {name}} where a value goes.
 * Also how dates and organisation numbers are written.
 */
final class Texts {
    private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(OSLO);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(OSLO);
    private static final String NO_BREAK_SPACE = "\u00a0";

    static {
        for (var language : Language.values()) {
            ALL.put(language, new Texts(language, load(language)));
        }
    }

    private final Language language;
    private final Map<String, String> byKey;

    private Texts(Language language, Map<String, String> byKey) {
        this.language = language;
        this.byKey = byKey;
    }

    static Texts in(Language language) {
        var texts = ALL.get(language);
        if (texts == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return texts;
    }

    private static Map<String, String> load(Language language) {
        var name = "texts_" + language.code() + ".properties";
        var properties = new Properties();
        try (var stream = Texts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }

    Language language() {
        return language;
    }

    Map<String, String> byKey() {
        return byKey;
    }

    /**
     * The text of {@code key} with its places filled. Names and values alternate; a place without a value or
     * an unknown key is a mistake of ours.
     */
    String get(String key, String... namesAndValues) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], name(namesAndValues[i + 1]));
        }
        return PLACE.matcher(template(key)).replaceAll(place -> {
            var value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("text `" + key + "` needs a value for `" + place.group(1) + "`");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** As {@link #get}, choosing between {@code key.one} and {@code key.other}; the number goes into {@code {n}}. */
    String count(String key, int n) {
        return get(key + (n == 1 ? ".one" : ".other"), "n", Integer.toString(n));
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    private String template(String key) {
        var text = byKey.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text `" + key + "` in " + language.code());
        }
        return text;
    }

    /** A name from elsewhere without characters that no one sees but that change how the rest of the line reads. */
    String name(String fromElsewhere) {
        return INVISIBLE.matcher(fromElsewhere).replaceAll("");
    }

    String name(LocalizedText text) {
        return name(text.in(language.code()));
    }

    /** The language of {@link #name(LocalizedText)} where it is not the page's own, for a {@code lang} attribute. */
    @Nullable
    String langOf(LocalizedText text) {
        var shown = text.in(language.code());
        if (shown.equals(text.byLanguage().get(language.code()))) {
            return null;
        }
        return text.byLanguage().entrySet().stream()
                .filter(entry -> entry.getValue().equals(shown))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** What the page calls an action; one that has no word of its own keeps its name. */
    String action(ActionName action) {
        var key = "action." + action.value();
        return has(key) ? get(key) : name(action.value());
    }

    /** Actions in the order given, separated by commas. */
    String actions(List<ActionName> actions) {
        return actions.stream().map(this::action).collect(Collectors.joining(", "));
    }

    String date(Instant instant) {
        return DATE.format(instant);
    }

    String dateTime(Instant instant) {
        return get("format.date_time", "date", DATE.format(instant), "time", TIME.format(instant));
    }

    /** Nine digits in groups of three that stay on one line. */
    String orgNumber(OrgNumber number) {
        var digits = number.value();
        return String.join(NO_BREAK_SPACE, digits.substring(0, 3), digits.substring(3, 6), digits.substring(6));
    }

    /** Name first, number after it. */
    String organization(Organization organization) {
        return get(
                "format.organization", "name", name(organization.name()), "number", orgNumber(organization.number()));
    }
}
