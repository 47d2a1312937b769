package no.klarert.examples.kravogbetalinger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers requests so malformed that Tomcat refuses them before Spring sees them: the API's errors, not Tomcat's pages. */
final class ContainerErrors extends ErrorReportValve {
    private static final String BODY = """
            {"kode":"%s","melding":"%s","korrelasjonsid":"%s"}""";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var body = status < 500
                ? BODY.formatted(Feilkode.KB_006.code(), "Ugyldig forespørsel", UUID.randomUUID())
                : BODY.formatted(Feilkode.KB_001.code(), ErrorAnswers.UNEXPECTED, UUID.randomUUID());
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        write(response, body);
    }

    private static void write(Response response, String body) {
        try {
            response.getReporter().write(body);
            response.finishResponse();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
