package no.klarert.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages name must exist, so that they cannot go stale unnoticed. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CLASS_NAME =
            Pattern.compile("`(?:[a-z-]+/)?([A-Z][a-z]+(?:[A-Z][a-z0-9]*)+)(?:\\.[a-zA-Z]+)?`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/flows/token.md",
                "docs/flows/decision.md",
                "docs/flows/api-delegation.md",
                "docs/architecture.md"
            })
    void every_class_a_flow_names_exists(String page) throws IOException {
        Set<String> existing = new ClassFileImporter()
                .importPackages("no.klarert").stream()
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
        var named = new TreeSet<String>();
        CLASS_NAME
                .matcher(Files.readString(ROOT.resolve(page)))
                .results()
                .map(match -> match.group(1))
                .forEach(named::add);
        assertThat(named).as("classes named in " + page).hasSizeGreaterThan(4).isSubsetOf(existing);
    }

    @Test
    void every_link_between_pages_leads_somewhere() throws IOException {
        var broken = new TreeSet<String>();
        try (var pages = Files.walk(ROOT.resolve("docs"))) {
            for (var page :
                    pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                check(page, broken);
            }
        }
        for (var name : new String[] {"README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"}) {
            check(ROOT.resolve(name), broken);
        }
        assertThat(broken).isEmpty();
    }

    private static void check(Path page, Set<String> broken) throws IOException {
        LINK.matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1))
                .filter(target -> !Files.exists(page.resolveSibling(target)))
                .forEach(target -> broken.add(ROOT.relativize(page) + " → " + target));
    }
}
