package no.klarert.examples.smartcloud;

import java.io.PrintWriter;
import java.time.LocalDate;

/** Prints what became of a question; the result is the exit code. Claims go to standard output, all else to standard error. */
final class Report {
    private final Wording wording;
    private final PrintWriter out;
    private final PrintWriter err;

    Report(Wording wording, PrintWriter out, PrintWriter err) {
        this.wording = wording;
        this.out = out;
        this.err = err;
    }

    int print(Answer answer, LocalDate today) {
        return switch (answer) {
            case Answer.Claims shown -> claims(shown.claims(), today);
            case Answer.NoToken refused -> noToken(refused);
            case Answer.IssuerUnavailable unavailable ->
                failed(ExitCode.UNREACHABLE, wording.text("issuer.unavailable", unavailable.reason()));
            case Answer.CallRefused refused -> callRefused(refused);
            case Answer.ApiUnavailable unavailable ->
                failed(
                        ExitCode.UNREACHABLE,
                        wording.text("api.unavailable", unavailable.reason(), unavailable.correlationId()));
        };
    }

    private int claims(OpenClaims claims, LocalDate today) {
        new Overview(wording, today).of(claims).forEach(out::println);
        return ExitCode.SHOWN;
    }

    private int noToken(Answer.NoToken answer) {
        var refusal = answer.refusal();
        var reason = refusal.code().orElse(refusal.error()) + " " + refusal.description();
        return failed(ExitCode.TOKEN_REFUSED, wording.text("token.refused", reason.strip()));
    }

    private int callRefused(Answer.CallRefused refused) {
        var reason = refused.code().orElse("") + " " + refused.text().orElse("");
        return failed(
                ExitCode.CALL_REFUSED,
                wording.text(
                        "call.refused", Integer.toString(refused.status()), reason.strip(), refused.correlationId()));
    }

    private int failed(int exitCode, String message) {
        err.println(message);
        return exitCode;
    }
}
