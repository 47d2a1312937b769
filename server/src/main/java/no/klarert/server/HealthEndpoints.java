package no.klarert.server;

import java.util.function.BooleanSupplier;

/** Whether the process lives, and whether it can serve. */
final class HealthEndpoints {
    private final BooleanSupplier databaseAnswers;

    HealthEndpoints(BooleanSupplier databaseAnswers) {
        this.databaseAnswers = databaseAnswers;
    }

    Answer live(Call call) {
        return Answer.text(200, "live\n").noStore();
    }

    Answer ready(Call call) {
        return databaseAnswers.getAsBoolean()
                ? Answer.text(200, "ready\n").noStore()
                : Answer.text(503, "the database does not answer\n").noStore();
    }
}
