package no.klarert.policy.plan;

import static no.klarert.policy.Compiling.compiled;
import static no.klarert.policy.PolicyXml.match;
import static no.klarert.policy.PolicyXml.policy;
import static no.klarert.policy.PolicyXml.required;
import static no.klarert.policy.PolicyXml.value;
import static no.klarert.policy.Requests.request;

import no.klarert.policy.Decision;
import no.klarert.policy.Dialect;
import no.klarert.policy.Request;

/** Asks policies in Altinn's dialect. */
final class AltinnAnswers {
    static final String NEEDS_SUBJECT =
            match("string-equal", value("string", "x"), required("subject", "no", "string"));
    static final Request REQUEST = request("subject s string x", "resource r string x", "action a string x");

    private AltinnAnswers() {}

    /** Decision, and the last word of the status where it is not ok. */
    static String answer(Request request, String... rules) {
        return text(compiled(policy("deny-overrides", rules), Dialect.ALTINN).evaluate(request));
    }

    static String text(Decision decision) {
        var code = decision.status().code().substring(decision.status().code().lastIndexOf(':') + 1);
        return decision.value().text() + (code.equals("ok") ? "" : " " + code);
    }
}
