package no.klarert.server.policy;

import java.util.List;
import java.util.Locale;
import no.klarert.policy.Issue;

/** A file that was read, or standard input. */
final class Source {
    private final String name;
    private final byte[] content;

    /** @param name as the user wrote it, for messages */
    Source(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    String name() {
        return name;
    }

    /** All of it; nobody changes it. */
    byte[] content() {
        return content;
    }

    /** {@code file:line:column: severity: message}, as compilers write it; without line and column if the issue has no place. */
    String line(Issue issue) {
        var place = issue.line() == 0 ? "" : issue.line() + ":" + issue.column() + ":";
        var severity = issue.severity().name().toLowerCase(Locale.ROOT);
        return Words.shown(name) + ":" + place + " " + severity + ": " + issue.message();
    }

    List<String> lines(List<Issue> issues) {
        return issues.stream().map(this::line).toList();
    }
}
