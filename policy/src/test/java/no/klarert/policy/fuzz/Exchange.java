package no.klarert.policy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import no.klarert.policy.AttributeSources;
import no.klarert.policy.CompiledPolicy;
import no.klarert.policy.Compiling;
import no.klarert.policy.Decision;
import no.klarert.policy.Dialect;
import no.klarert.policy.PolicyXml;
import no.klarert.policy.wire.Decisions;
import no.klarert.policy.wire.RequestReading;
import no.klarert.policy.wire.ResponseReading;
import no.klarert.policy.wire.WireOptions;

/** One format in which requests come and responses go: what is read can be answered, and the answer reads as what was meant. */
record Exchange(Reader requests, Function<List<Decision>, byte[]> writer, Function<byte[], ResponseReading> reader) {
    /** Permits with an obligation that repeats what the request says of the subject, and denies a few. */
    private static final CompiledPolicy POLICY = Compiling.compiled(
            PolicyXml.policy(
                    "deny-overrides",
                    PolicyXml.deny(
                            "few",
                            PolicyXml.target(PolicyXml.anyOf(PolicyXml.allOf(PolicyXml.equal("action", "a", "deny"))))),
                    PolicyXml.permit("rest"),
                    PolicyXml.obligations(PolicyXml.obligation(
                            "o", "Permit", PolicyXml.assignment("x", PolicyXml.designator("subject", "a", "string"))))),
            Dialect.STANDARD);

    interface Reader {
        RequestReading read(byte[] document, WireOptions options);
    }

    void check(byte[] document, Places places) {
        var strictly = requests.read(document, WireOptions.STRICT);
        var leniently = requests.read(document, WireOptions.STRICT.lenient());
        switch (strictly) {
            case RequestReading.Read read -> {
                assertThat(leniently).as("read leniently").isEqualTo(read);
                assertAnswered(read);
            }
            case RequestReading.Refused refused -> {
                places.assertRefused(refused.issues());
                checkLenient(leniently, places);
            }
        }
    }

    private void checkLenient(RequestReading reading, Places places) {
        switch (reading) {
            case RequestReading.Read read -> assertAnswered(read);
            case RequestReading.Refused refused -> {
                places.assertRefused(refused.issues());
                assertReadsAs(List.of(Decisions.refused(refused.issues())));
            }
        }
    }

    private void assertAnswered(RequestReading.Read read) {
        var decisions = Decisions.of(read.request(), POLICY, AttributeSources.NONE);
        assertThat(decisions).isNotEmpty();
        assertReadsAs(decisions);
    }

    private void assertReadsAs(List<Decision> decisions) {
        assertThat(reader.apply(writer.apply(decisions))).isEqualTo(new ResponseReading.Read(decisions));
    }
}
