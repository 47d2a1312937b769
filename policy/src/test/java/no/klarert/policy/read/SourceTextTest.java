package no.klarert.policy.read;

import static no.klarert.policy.read.Refusals.GOOD;
import static no.klarert.policy.read.Refusals.assertMalformed;
import static no.klarert.policy.read.Refusals.assertRefusedAt;
import static no.klarert.policy.read.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import no.klarert.policy.CompilationResult;
import no.klarert.policy.Dialect;
import no.klarert.policy.PolicyCompiler;
import no.klarert.policy.PolicyXml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes become characters of UTF-8 or UTF-16, or are refused with the place where they stop being such. */
class SourceTextTest {
    @Test
    void refuses_a_source_larger_than_the_bound_before_reading_it() {
        var largest = GOOD + " ".repeat(PolicyCompiler.MAX_SOURCE_BYTES - GOOD.length());
        assertThat(PolicyCompiler.compile(PolicyXml.bytes(largest), Dialect.STANDARD))
                .isInstanceOf(CompilationResult.Compiled.class);
        assertRefusedAt(0, 0, "the policy is larger than 1048576 bytes", largest + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "IBM037", "UTF-32", "x", "UTF-7"})
    void refuses_a_declared_encoding_it_does_not_read(String encoding) {
        assertRefusedAt(
                1,
                1,
                "the encoding `" + encoding + "` is not read, only UTF-8 and UTF-16",
                "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + GOOD);
    }

    @Test
    void refuses_other_versions_of_xml() {
        assertRefusedAt(1, 1, "XML 1.1 is not read, only XML 1.0", "<?xml version=\"1.1\"?>" + GOOD);
        assertMalformed("<?xml version=\"2.0\"?>" + GOOD);
    }

    @Test
    void refuses_bytes_that_are_not_of_the_encoding_and_says_where() {
        var described = GOOD.replace("<Target/>", "\n <Description>\u00E6</Description>");
        assertRefusedAt(3, 15, "the policy is not valid UTF-8", described.getBytes(StandardCharsets.ISO_8859_1));
        assertRefusedAt(1, 2, "the policy is not valid UTF-8", new byte[] {'<', (byte) 0xC0, (byte) 0xAF});
        assertRefusedAt(1, 1, "the policy is not valid UTF-16BE", new byte[] {(byte) 0xFE, (byte) 0xFF, 0x3C});
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE", "IBM037"})
    void refuses_other_encodings_that_no_byte_order_mark_announces(String encoding) {
        assertThat(refused(GOOD.getBytes(Charset.forName(encoding)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-32BE", "UTF-32LE"})
    void refuses_utf32_even_with_a_byte_order_mark(String encoding) {
        assertThat(refused(("\uFEFF" + GOOD).getBytes(Charset.forName(encoding))))
                .hasSize(1);
    }

    /** The parser counts what it expected, not what is there. */
    @Test
    void a_malformed_declaration_is_refused_within_its_line() {
        var issues = refused("<?xml\u0000 l\n" + GOOD);
        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.line()).isEqualTo(1);
            assertThat(issue.column()).isBetween(1, 9);
        });
    }
}
