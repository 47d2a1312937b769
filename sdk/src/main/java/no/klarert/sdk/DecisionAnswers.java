package no.klarert.sdk;

import no.klarert.sdk.Decision.Assignment;
import no.klarert.sdk.Decision.Kind;
import no.klarert.sdk.Decision.Obligation;
import no.klarert.sdk.Decision.Problem;

/**
 * Reads answers of a decision point (authorization PDP, response). Member names count in any case; null, absent and empty are the
 * same; exactly one result is expected.
 */
final class DecisionAnswers {
    private static final String STATUS_OK = "urn:oasis:names:tc:xacml:1.0:status:ok";

    private DecisionAnswers() {}

    static Decision read(HttpResult result) {
        if (!(result instanceof HttpResult.Answer answer)) {
            return new Decision.Unavailable(Problem.UNREACHABLE, ((HttpResult.NoAnswer) result).reason());
        }
        if (answer.status() != 200) {
            return new Decision.Unavailable(
                    problem(answer.status()), "the decision point answered http " + answer.status());
        }
        try {
            return decision(JsonObject.parseIgnoringCase(answer.body()));
        } catch (UnreadableJsonException unreadable) {
            return unexpected(Shown.text("" + unreadable.getMessage()));
        }
    }

    /** What a status other than 200 means, for the decision point and for the token exchange in front of it. */
    static Problem problem(int status) {
        return switch (status) {
            case 401, 403 -> Problem.NOT_AUTHORIZED;
            case 400, 404, 405, 413, 415, 422 -> Problem.REQUEST_REJECTED;
            case 408, 429 -> Problem.UNREACHABLE;
            default -> status >= 500 ? Problem.UNREACHABLE : Problem.UNEXPECTED_ANSWER;
        };
    }

    private static Decision decision(JsonObject document) {
        var results = document.objects("response");
        if (results.size() != 1) {
            return unexpected(results.size() + " results where one was asked for");
        }
        var result = results.get(0);
        var status = result.object("status")
                .flatMap(object -> object.object("statusCode"))
                .flatMap(code -> code.text("value"))
                .orElse("");
        var decision = result.requiredText("decision");
        return switch (decision) {
            case "Permit" -> permit(result, status);
            case "Deny" -> new Decision.Refused(Kind.DENY, Shown.text(status));
            case "NotApplicable" -> new Decision.Refused(Kind.NOT_APPLICABLE, Shown.text(status));
            case "Indeterminate" -> new Decision.Refused(Kind.INDETERMINATE, Shown.text(status));
            default -> unexpected("the decision is " + Shown.quoted(decision));
        };
    }

    private static Decision permit(JsonObject result, String status) {
        if (!status.isEmpty() && !status.equals(STATUS_OK)) {
            return unexpected("a permit with status " + Shown.quoted(status));
        }
        return new Decision.Permit(result.objects("obligations").stream()
                .map(DecisionAnswers::obligation)
                .toList());
    }

    private static Obligation obligation(JsonObject obligation) {
        return new Obligation(
                obligation.text("id").orElse(""),
                obligation.objects("attributeAssignment").stream()
                        .map(DecisionAnswers::assignment)
                        .toList());
    }

    private static Assignment assignment(JsonObject assignment) {
        return new Assignment(
                assignment.text("category").orElse(""),
                assignment.text("attributeId").orElse(""),
                assignment.text("value").orElse(""));
    }

    private static Decision unexpected(String detail) {
        return new Decision.Unavailable(
                Problem.UNEXPECTED_ANSWER, "the decision point's answer cannot be used: " + detail);
    }
}
