package no.klarert.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with the input of a register look-up, every entry with its code and places (resource registry §1.1). */
final class ValidationProblem {
    private final List<Entry> entries = new ArrayList<>();

    /** Kinds of mistakes (access packages and roles §7.3); titles are our own. */
    enum Code {
        REQUIRED("STD.VLD-00000", "The field is required."),
        TOO_MANY("REG.VLD-00001", "Too many items."),
        ORGANIZATION_NUMBER("REG.VLD-00006", "Invalid organization number."),
        PERSON_NUMBER("REG.VLD-00007", "Invalid person number."),
        MUTUALLY_EXCLUSIVE("REG.VLD-00008", "The fields are mutually exclusive."),
        PARTY_ID("REG.VLD-00009", "Invalid party id."),
        PARTY_UUID("REG.VLD-00010", "Invalid party uuid.");

        private final String code;
        private final String title;

        Code(String code, String title) {
            this.code = code;
            this.title = title;
        }
    }

    private record Entry(Code code, List<String> paths) {}

    void add(Code code, String... paths) {
        entries.add(new Entry(code, List.of(paths)));
    }

    /** Ends the call with everything that was added, if anything was. */
    void refuse(Call call) {
        if (entries.isEmpty()) {
            return;
        }
        var errors = Json.object().putArray("validationErrors");
        for (var entry : entries) {
            var node = errors.addObject();
            node.put("code", entry.code().code);
            node.put("title", entry.code().title);
            var paths = node.putArray("paths");
            entry.paths().forEach(paths::add);
        }
        throw call.refuse(Problem.coded(
                400, "STD-00000", "One or more validation errors occurred.", Map.of("validationErrors", errors)));
    }
}
