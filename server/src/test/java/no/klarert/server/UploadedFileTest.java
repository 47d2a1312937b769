package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import no.klarert.storage.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms with files (RFC 7578), sound and hostile. */
class UploadedFileTest {
    private static final String TYPE = "multipart/form-data; boundary=xyz";
    private static final int LIMIT = 10_000;
    private static final byte[] FORM = """
            --xyz\r
            Content-Disposition: form-data; name="note"\r
            \r
            hello\r
            --xyz\r
            Content-Disposition: form-data; name="file"; filename*=UTF-8''p%C3%A5.xml\r
            Content-Type: multipart/mixed; boundary=inner\r
            \r
            --inner\r
            Content-Disposition: file; filename="=?utf-8?Q?a?="\r
            \r
            content\r
            --inner--\r
            --xyz--\r
            """.getBytes(StandardCharsets.UTF_8);

    private static Optional<Bytes> file(String contentType, byte[] body) {
        var headers = new Call.Headers() {
            @Override
            public Optional<String> first(String name) {
                return name.equals("Content-Type") ? Optional.of(contentType) : Optional.empty();
            }

            @Override
            public List<String> all(String name) {
                return first(name).stream().toList();
            }
        };
        var call = new Call(
                "POST",
                "/",
                Map.of(),
                QueryString.EMPTY,
                headers,
                limit -> body.length > limit ? Optional.empty() : Optional.of(body),
                InetAddress::getLoopbackAddress,
                TraceId.of("", RandomGenerator.getDefault()),
                InetAddress.getLoopbackAddress());
        return UploadedFile.named(call, "file", LIMIT);
    }

    @Test
    void keeps_every_byte_of_a_file() {
        var content = new byte[LIMIT];
        RandomGeneratorFactory.of("L64X128MixRandom").create(1).nextBytes(content);
        var head = "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
        var form = new java.io.ByteArrayOutputStream();
        form.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(content);
        form.writeBytes("\r\n--xyz--".getBytes(StandardCharsets.US_ASCII));
        assertThat(file(TYPE, form.toByteArray())).contains(Bytes.of(content));
    }

    @Test
    void refuses_a_body_larger_than_a_file_may_be() {
        assertThatExceptionOfType(RefusedCall.class)
                .isThrownBy(() -> file(TYPE, new byte[LIMIT + 70_000]))
                .satisfies(refused -> assertThat(refused.answer().status()).isEqualTo(413));
    }

    @Test
    void refuses_a_form_cut_short_after_the_file() {
        var form = "--xyz\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nwhole\r\n--xyz\r\nX: y\r\n\r\nha";
        assertThatExceptionOfType(RefusedCall.class)
                .isThrownBy(() -> file(TYPE, form.getBytes(StandardCharsets.US_ASCII)))
                .satisfies(refused -> assertThat(refused.answer().status()).isEqualTo(400));
    }

    @Test
    void takes_no_beginning_of_a_form_for_a_whole_one() {
        for (int length = 0; length < FORM.length - "--\r\n".length(); length++) {
            var beginning = Arrays.copyOf(FORM, length);
            try {
                assertThat(file(TYPE, beginning)).as("%d bytes", length).isEmpty();
            } catch (RefusedCall refused) {
                assertThat(refused.answer().status()).as("%d bytes", length).isEqualTo(400);
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 1_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void reads_or_refuses_whatever_it_is_given(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var body = mutated(random, FORM);
        var type = new String(mutated(random, TYPE.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
        try {
            file(random.nextBoolean() ? TYPE : type, body);
        } catch (RefusedCall refused) {
            assertThat(refused.answer().status()).isIn(400, 415);
        }
    }

    private static byte[] mutated(RandomGenerator random, byte[] original) {
        var bytes = original.clone();
        for (int i = random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "\r\n-;=\"%'*?:".charAt(random.nextInt(11));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                default ->
                    System.arraycopy(bytes, at, bytes, bytes.length - at - 1, Math.min(at + 1, bytes.length - at));
            }
        }
        return bytes;
    }
}
