package no.klarert.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a submitted resource: messages by member, in the order found. */
public record Findings(Map<String, List<String>> byMember) {
    public Findings {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        byMember.forEach((member, messages) -> copy.put(member, List.copyOf(messages)));
        byMember = Collections.unmodifiableMap(copy);
    }

    public boolean isEmpty() {
        return byMember.isEmpty();
    }

    /** Collects findings. */
    static final class Collector {
        private final Map<String, List<String>> found = new LinkedHashMap<>();

        void add(String member, String message) {
            found.computeIfAbsent(member, name -> new ArrayList<>()).add(message);
        }

        Findings findings() {
            return new Findings(found);
        }
    }
}
