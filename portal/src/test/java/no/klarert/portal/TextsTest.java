package no.klarert.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.vocabulary.ActionName;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
    private static final Path SAME = Path.of("src/test/resources/no/klarert/portal/same-in-nb-and-nn.txt");

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_the_same_keys(Language language) {
        assertThat(Texts.in(language).byKey().keySet())
                .hasSizeGreaterThan(150)
                .isEqualTo(Texts.in(Language.NB).byKey().keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_text_is_empty_or_has_loose_ends(Language language) {
        assertThat(Texts.in(language).byKey())
                .allSatisfy((key, text) -> assertThat(text)
                        .as(key)
                        .isNotBlank()
                        .isEqualTo(text.strip())
                        .doesNotContain("!", "  ", "<", "TODO"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_the_same_places(Language language) {
        Texts.in(Language.NB)
                .byKey()
                .forEach((key, text) -> assertThat(
                                places(Texts.in(language).byKey().getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(places(text)));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_key_is_written_twice(Language language) throws IOException {
        var file = Path.of("src/main/resources/no/klarert/portal/texts_" + language.code() + ".properties");
        var seen = new HashSet<String>();
        try (var lines = Files.lines(file)) {
            assertThat(lines.filter(line -> line.contains("="))
                            .map(line -> line.substring(0, line.indexOf('=')))
                            .filter(key -> !seen.add(key)))
                    .isEmpty();
        }
    }

    /** Texts that are equal in both are listed with a reason; the list has no other entries. */
    @Test
    void nynorsk_is_not_bokmal() throws IOException {
        var nn = Texts.in(Language.NN).byKey();
        var equal = Texts.in(Language.NB).byKey().entrySet().stream()
                .filter(entry -> entry.getValue().equals(nn.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        try (var lines = Files.lines(SAME)) {
            var listed = lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .peek(line -> assertThat(line).matches("[a-z0-9_.-]+: .{10,}"))
                    .map(line -> line.substring(0, line.indexOf(':')))
                    .toList();
            assertThat(equal).containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    /** Keys in templates and classes are literals, or end where a value follows; reading the sources finds misspelt ones. */
    @Test
    void every_key_that_is_used_exists_and_every_key_is_used() throws IOException {
        var keys = Texts.in(Language.NB).byKey().keySet();
        var source = sources();
        var literal = Pattern.compile("\"([a-z]+[a-z_]*(?:\\.[a-zA-Z0-9_-]+)*\\.?)\"");
        var used =
                literal.matcher(source).results().map(found -> found.group(1)).collect(Collectors.toSet());

        var calls = Pattern.compile("(?:t|texts|texts\\(\\)|words)\\s*\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");
        assertThat(calls.matcher(source).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(100)
                .allSatisfy(key -> assertThat(keys).contains(key));
        var prefixes = Stream.concat(
                        used.stream(),
                        Stream.of("accessibility.", "privacy.", "error.", "login.not_set_up", "logged_out"))
                .filter(text -> text.length() > 4)
                .toList();
        assertThat(keys).allSatisfy(key -> assertThat(prefixes).as(key).anyMatch(key::startsWith));
    }

    private static String sources() throws IOException {
        try (var java = Files.walk(Path.of("src/main/java"));
                var jte = Files.walk(Path.of("src/main/jte"))) {
            var text = new StringBuilder();
            for (var file :
                    Stream.concat(java, jte).filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_value_of_our_types_has_words(Language language) {
        var texts = Texts.in(language);
        for (var reason : MissingRight.Reason.values()) {
            assertThat(texts.get("reason." + reason.wireName())).isNotBlank();
            assertThat(texts.get("reason." + reason.wireName() + ".next")).isNotBlank();
        }
        for (var reason : DeclineReason.values()) {
            assertThat(texts.get("decline.reason." + reason.code())).isNotBlank();
        }
        for (var notice : Notice.values()) {
            assertThat(texts.get("notice." + notice.code())).isNotBlank();
        }
        for (var level : LogInPage.LogInView.LEVELS) {
            assertThat(texts.get("login.level." + level)).isNotBlank();
        }
    }

    @Test
    void fills_places_literally() {
        var texts = Texts.in(Language.EN);

        assertThat(texts.get("common.reference", "id", "$1 {id} \\ <b>")).isEqualTo("Reference: $1 {id} \\ <b>");
        assertThatIllegalArgumentException().isThrownBy(() -> texts.get("common.reference"));
        assertThatIllegalArgumentException().isThrownBy(() -> texts.get("common.nothing"));
    }

    @Test
    void writes_one_and_many_differently() {
        assertThat(Texts.in(Language.NB).count("rights.services", 1)).isEqualTo("1 tjeneste i pakken");
        assertThat(Texts.in(Language.NB).count("rights.services", 2)).isEqualTo("2 tjenester i pakken");
    }

    @Test
    void writes_times_as_in_oslo() {
        var winter = Instant.parse("2026-01-31T23:30:00Z");
        var summer = Instant.parse("2026-07-01T10:05:00Z");

        assertThat(Texts.in(Language.NB).dateTime(winter)).isEqualTo("01.02.2026 kl. 00:30");
        assertThat(Texts.in(Language.EN).dateTime(summer)).isEqualTo("01.07.2026 at 12:05");
        assertThat(Texts.in(Language.NN).date(winter)).isEqualTo("01.02.2026");
    }

    @Test
    void writes_organisations_by_name_first_and_numbers_in_groups() {
        var organization = new Organization("Skatteetaten", new OrgNumber("974761076"));

        assertThat(Texts.in(Language.NB).organization(organization))
                .isEqualTo("Skatteetaten (org.nr.\u00a0974\u00a0761\u00a0076)");
    }

    @Test
    void leaves_out_characters_that_no_one_sees() {
        assertThat(Texts.in(Language.NB).name("Trygg\u202e SA\u200b\u0000\n")).isEqualTo("Trygg SA");
    }

    @Test
    void marks_a_name_that_is_in_another_language_than_the_page() {
        var norwegian = LocalizedText.of(Map.of("nb", "Krav", "en", ""));

        assertThat(Texts.in(Language.EN).name(norwegian)).isEqualTo("Krav");
        assertThat(Texts.in(Language.EN).langOf(norwegian)).isEqualTo("nb");
        assertThat(Texts.in(Language.NB).langOf(norwegian)).isNull();
        assertThat(Texts.in(Language.NB).langOf(LocalizedText.of(Map.of()))).isNull();
    }

    @Test
    void has_words_for_usual_actions_and_keeps_the_names_of_others() {
        var actions = List.of(new ActionName("read"), new ActionName("arkiver"));

        assertThat(Texts.in(Language.NN).actions(actions)).isEqualTo("lese, arkiver");
    }
}
