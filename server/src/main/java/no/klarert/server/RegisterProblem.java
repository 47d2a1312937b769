package no.klarert.server;

import java.util.Map;

/** What goes wrong in look-ups of parties (access packages and roles §7.3); titles are our own. */
enum RegisterProblem {
    NO_ORGANIZATION(404, "REG-00006", "Organization not found."),
    NO_PARTY(404, "REG-00007", "Party not found.");

    private final int status;
    private final String code;
    private final String title;

    RegisterProblem(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    Answer answer(Call call) {
        return Problem.coded(status, code, title, Map.of()).answer(call.trace());
    }
}
