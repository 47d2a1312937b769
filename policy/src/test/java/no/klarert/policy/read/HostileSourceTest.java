package no.klarert.policy.read;

import static no.klarert.policy.read.Refusals.GOOD;
import static no.klarert.policy.read.Refusals.assertMalformed;
import static no.klarert.policy.read.Refusals.assertRefusedAt;
import static no.klarert.policy.read.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.klarert.policy.Compiling;
import no.klarert.policy.Dialect;
import no.klarert.policy.PolicyXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources made to harm: each is refused at once, with a place, and nothing outside the source is touched. */
@Timeout(10)
class HostileSourceTest {
    private static String attributes(int count, String prefix, String value) {
        return IntStream.range(0, count)
                .mapToObj(i -> " " + prefix + i + "='" + value + "'")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Policy>",
                "<!DOCTYPE Policy SYSTEM \"http://localhost:1/x.dtd\">",
                "<!DOCTYPE Policy PUBLIC \"x\" \"file:///etc/passwd\">",
                "<!DOCTYPE Policy [<!ENTITY e \"x\">]>",
                "<!DOCTYPE Policy [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE Policy [<!ENTITY % p SYSTEM \"http://localhost:1/x\"> %p;]>",
                "<!DOCTYPE Policy [<!ATTLIST Policy PolicyId CDATA \"x\">]>"
            })
    void refuses_any_document_type_declaration(String declaration) {
        var message = "a document type declaration is not allowed";
        assertRefusedAt(1, 1, message, declaration + GOOD);
        assertRefusedAt(2, 1, message, "<?xml version=\"1.0\"?>\n" + declaration + GOOD);
    }

    @Test
    void refuses_entities_that_multiply_without_expanding_them() {
        var laughs = IntStream.range(1, 30)
                .mapToObj(i -> "<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)))
                .collect(Collectors.joining("", "<!DOCTYPE Policy [<!ENTITY e0 \"ha\">", "]>"));
        assertRefusedAt(
                1, 1, "a document type declaration is not allowed", laughs + GOOD.replace("\"p\"", "\"&e29;\""));
    }

    @Test
    void never_opens_what_a_source_points_to(@TempDir Path directory) throws Exception {
        var secret =
                Files.writeString(directory.resolve("secret"), "the-secret").toUri();
        var entity = "<!DOCTYPE Policy [<!ENTITY e SYSTEM \"" + secret + "\">]>"
                + GOOD.replace("<Target/>", "<Description>&e;</Description><Target/>");
        assertThat(refused(entity).toString()).doesNotContain("the-secret");
        var include =
                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\"" + secret + "\"/>";
        assertThat(Compiling.errors(GOOD.replace("<Target/>", include + "<Target/>"), Dialect.ALTINN))
                .containsExactly("<xi:include> unknown element `include`");
    }

    @Test
    void refuses_a_declaration_the_parser_of_the_jdk_stumbles_over() {
        assertMalformed("<!DOCTYPE Policy [<!ENTITY e '\u0000'>]>" + GOOD);
        assertMalformed("<!DOCTYPE \u0000");
        assertMalformed("<!DOCTYPE Policy [ <!ENTITY");
    }

    @Test
    void refuses_a_reference_to_an_entity_nobody_declared() {
        assertThat(refused(GOOD.replace("\"p\"", "\"&e;\"")).toString()).contains("line 1");
        assertThat(refused(GOOD.replace("<Target/>", "&e;<Target/>")).toString())
                .contains("line 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&#0;",
                "&#x1;",
                "&#xD800;",
                "&#x110000;",
                "&#99999999999999999999;",
                "&#;",
                "&;",
                "&",
                "\u0000",
                "\u0001",
                "\uFFFE",
                "]]>",
                "<",
                "<!",
                "<?",
                "<!--",
                "<!-- -- -->",
                "<![CDATA[",
                "<?xml version=\"1.0\"?>",
                "</Rule>",
                "<a",
                "<a b",
                "<a b=c>",
                "<a b='1' b='2'/>",
                "<a b='<'/>",
                "<x:a/>",
                "<a xmlns:x=''/>",
                "<a:b:c/>",
                "<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>"
            })
    void refuses_what_is_not_well_formed(String wrong) {
        assertMalformed(GOOD.replace("<Target/>", "\n" + wrong + "<Target/>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "a", "{}", "<", "<!-- a comment -->", "\uFEFF", "<?xml version=\"1.0\"?>"})
    void refuses_a_source_without_an_element(String source) {
        assertMalformed(source);
    }

    @Test
    void refuses_a_second_root_and_text_beside_the_first() {
        assertMalformed(GOOD + GOOD);
        assertMalformed(GOOD + "x");
        assertMalformed("x" + GOOD);
        assertMalformed(" <?xml version=\"1.0\"?>" + GOOD);
    }

    @Test
    void refuses_a_source_cut_off_anywhere() {
        var source = PolicyXml.bytes(GOOD);
        for (int length = 0; length < source.length; length++) {
            assertThat(refused(Arrays.copyOf(source, length)))
                    .as("cut at %s", length)
                    .allSatisfy(issue -> assertThat(issue.line()).isPositive());
        }
    }

    @Test
    void refuses_elements_nested_too_deep() {
        var apply = "<Apply FunctionId='f'>";
        var deep = GOOD.replace("<Target/>", "<VariableDefinition VariableId='v'>" + apply.repeat(20_000));
        assertRefusedAt(2, 35 + 88 * apply.length() + 1, "elements are nested more than 90 deep", deep);
        assertThat(refused("<a>".repeat(300_000)).get(0).message()).contains("90 deep");
    }

    @Test
    void refuses_an_element_with_too_many_attributes_or_namespaces() {
        var message = "an element has more than 50 attributes";
        assertRefusedAt(2, 1, message, GOOD.replace("<Target/>", "<Target" + attributes(51, "a", "") + "/>"));
        assertRefusedAt(2, 1, message, GOOD.replace("<Target/>", "<Target" + attributes(51, "xmlns:a", "u") + "/>"));
        assertThat(Compiling.warnings(
                        GOOD.replace("<Target/>", "<Target" + attributes(50, "a", "") + "/>"), Dialect.ALTINN))
                .hasSize(50);
    }

    @Test
    void refuses_very_many_attributes_quickly() {
        assertThat(refused(GOOD.replace("<Target/>", "<Target" + attributes(80_000, "a", "") + "/>")))
                .hasSize(1);
    }

    @Test
    void says_no_more_than_two_hundred_things_and_how_many_it_leaves_out() {
        var issues = refused(GOOD.replace("<Target/>", "<Target/>" + "<x/>".repeat(1_000)));
        assertThat(issues).hasSize(201);
        assertThat(issues.get(200).toString()).isEqualTo("and 800 more issues");
    }

    @Test
    void words_of_the_source_cannot_forge_a_report() {
        var id = "x`&#10;line 1, column 1: fine&#x202E;" + "y".repeat(1_000);
        assertThat(Compiling.rejected(
                                PolicyXml.bytes(GOOD.replace(PolicyXml.algorithm("deny-overrides"), id)),
                                Dialect.STANDARD)
                        .get(0)
                        .message())
                .doesNotContain("\n", "\u202E")
                .hasSizeLessThan(300)
                .contains("x??line 1, column 1: fine?yyy")
                .endsWith("…` is not known");
    }

    @Test
    void a_name_as_long_as_the_source_is_not_repeated_whole() {
        assertMalformed("<" + "n".repeat(900) + "></m>");
        assertThat(refused("<" + "n".repeat(500_000) + "/>").get(0).message()).hasSizeLessThan(350);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void as_many_rules_as_fit_are_compiled_in_good_time(Dialect dialect) {
        var target = PolicyXml.only(PolicyXml.equal("resource", "a", "b"));
        var rules = new String[1_500];
        Arrays.setAll(rules, i -> PolicyXml.permit("r" + i, target));
        var policy = Compiling.compiled(PolicyXml.policy("deny-overrides", rules), dialect);
        assertThat(policy.policy().rules()).hasSize(1_500);
    }
}
