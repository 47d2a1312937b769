package no.klarert.server;

import java.util.Arrays;
import java.util.Locale;

/** Which of two media types a caller would rather have (RFC 9110 §12.5.1, by order; weights are not compared). */
final class MediaPreference {
    private static final String JSON = "application/json";

    private MediaPreference() {}

    /**
     * Whether the {@code Accept} header asks for JSON before {@code usual}. A caller that takes anything gets the usual, as the
     * public services answer.
     */
    static boolean isForJson(Call call, String usual) {
        var accepted = String.join(",", call.headers().all("Accept")).toLowerCase(Locale.ROOT);
        var types = Arrays.stream(accepted.split(",", -1))
                .map(range -> range.split(";", 2)[0].strip())
                .toList();
        int json = types.indexOf(JSON);
        int other = types.indexOf(usual);
        return json >= 0 && !types.contains("*/*") && (other < 0 || json < other);
    }
}
