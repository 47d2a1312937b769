package no.klarert.examples.kravogbetalinger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.klarert.sdk.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsReaderTest {
    @TempDir
    private Path folder;

    private final Map<String, Object> variables = new HashMap<>();

    @BeforeEach
    void setAll() throws IOException {
        var key = Files.writeString(folder.resolve("key.jwk"), TestKeys.CLIENT.toJSONString());
        variables.put("kravogbetalinger.issuer", "http://localhost:8080/maskinporten/");
        variables.put("kravogbetalinger.platform", "http://localhost:8080/");
        variables.put("kravogbetalinger.clientid", "5a1f0c1e-8a34-4b52-9c0e-1d0f3b6a7e01");
        variables.put("kravogbetalinger.keyfile", key.toString());
        variables.put("spring.datasource.url", "jdbc:postgresql://localhost/krav");
        variables.put("spring.datasource.username", "krav");
    }

    @Test
    void reads_every_setting() {
        var settings = read();

        assertThat(settings.issuer()).hasToString("http://localhost:8080/maskinporten/");
        assertThat(settings.platform()).hasToString("http://localhost:8080/");
        assertThat(settings.clientId()).hasToString("5a1f0c1e-8a34-4b52-9c0e-1d0f3b6a7e01");
        assertThat(settings.key().id()).hasToString("client-key-1");
    }

    @Test
    void reads_them_from_environment_variables() {
        var named = new HashMap<String, Object>();
        variables.forEach((name, value) -> named.put(variable(name), value));
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("test", named));

        assertThat(SettingsReader.read(environment).issuer()).hasToString("http://localhost:8080/maskinporten/");

        named.put("KRAVOGBETALINGER_TIMEOUT", "3");
        assertThatThrownBy(() -> SettingsReader.read(environment))
                .hasMessageStartingWith("KRAVOGBETALINGER_TIMEOUT is unknown");
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KRAVOGBETALINGER_ISSUER",
                "KRAVOGBETALINGER_PLATFORM",
                "KRAVOGBETALINGER_CLIENTID",
                "KRAVOGBETALINGER_KEYFILE",
                "SPRING_DATASOURCE_URL",
                "SPRING_DATASOURCE_USERNAME",
            })
    void refuses_to_start_without_any_one_of_them(String variable) {
        variables.remove(variable.toLowerCase(Locale.ROOT).replace('_', '.'));

        assertThat(refusal().problems()).containsExactly(variable + " is missing");
    }

    @Test
    void reports_everything_that_is_wrong_at_once() {
        variables.clear();
        variables.put("kravogbetalinger.issuer", " ");

        assertThat(refusal().problems()).hasSize(6).allMatch(problem -> problem.endsWith(" is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "kravogbetalinger.issuer, maskinporten, KRAVOGBETALINGER_ISSUER: address `maskinporten` is not an https address",
        "kravogbetalinger.platform, ftp://localhost/, KRAVOGBETALINGER_PLATFORM: address `ftp://localhost/` is not an",
        "kravogbetalinger.platform, http://example.no/, KRAVOGBETALINGER_PLATFORM: address `http://example.no/` is not an",
        "kravogbetalinger.platform, http://bad host/, KRAVOGBETALINGER_PLATFORM: Illegal character",
        "kravogbetalinger.clientid, with space, KRAVOGBETALINGER_CLIENTID: `with space` is not a valid client id",
        "kravogbetalinger.keyfile, /nowhere.jwk, KRAVOGBETALINGER_KEYFILE: the key file `/nowhere.jwk` cannot be read",
    })
    void refuses_a_malformed_one_by_name(String property, String value, String problem) {
        variables.put(property, value);

        assertThat(refusal().problems()).singleElement().asString().startsWith(problem);
    }

    @Test
    void refuses_one_it_does_not_know() {
        variables.put("kravogbetalinger.key-fil", "x");

        assertThat(refusal().problems())
                .singleElement()
                .asString()
                .startsWith("KRAVOGBETALINGER_KEYFIL is unknown")
                .contains("KRAVOGBETALINGER_KEYFILE");
    }

    @Test
    void explains_instead_of_printing_a_stack() {
        var wrapped = new IllegalStateException(new SettingsException(List.of("A is missing")));

        assertThat(new SettingsFailureAnalyzer().analyze(wrapped))
                .extracting(FailureAnalysis::getDescription)
                .asString()
                .contains("- A is missing");
    }

    @Test
    void the_application_does_not_start_without_settings() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(KravOgBetalingerApplication.class)
                        .properties("server.port=0", "logging.level.root=off")
                        .run())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("KRAVOGBETALINGER_ISSUER is missing");
    }

    private SettingsException refusal() {
        return catchThrowableOfType(SettingsException.class, this::read);
    }

    private Settings read() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", variables));
        return SettingsReader.read(environment);
    }
}
