package no.klarert.examples.kravogbetalinger;

import java.util.ArrayList;
import java.util.List;

/** The API cannot start with these settings. */
final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> problems;

    SettingsException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = new ArrayList<>(problems);
    }

    /** Everything that is wrong, each naming its environment variable. */
    List<String> problems() {
        return List.copyOf(problems);
    }
}
