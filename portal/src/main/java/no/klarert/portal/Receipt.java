package no.klarert.portal;

import java.util.ArrayList;
import java.util.List;
import no.klarert.portal.AccessRequest.Status;

/** The receipt of an answered request. */
record Receipt(AccessRequest request, RequestLinks links) {
    String id() {
        return request.id().toString();
    }

    boolean isApproval() {
        return request.status() == Status.ACCEPTED;
    }

    String heading(Texts texts) {
        return texts.get(
                isApproval() ? "receipt.approved" : "receipt.declined",
                "system",
                texts.name(request.systemName()),
                "org",
                texts.name(request.customer().name()));
    }

    String explanation(Texts texts) {
        return texts.get(isApproval() ? "receipt.approved_effect" : "receipt.declined_effect");
    }

    /** Label and value of each line. */
    List<Line> lines(Texts texts) {
        var always = List.of(
                new Line(texts.get("facts.vendor"), texts.organization(request.vendor())),
                new Line(texts.get("facts.system"), texts.name(request.systemName())),
                new Line(texts.get("facts.on_behalf_of"), texts.organization(request.customer())));
        var lines = new ArrayList<>(always);
        request.decision().ifPresent(decision -> {
            lines.add(new Line(texts.get("receipt.when"), texts.dateTime(decision.at())));
            decision.by().ifPresent(name -> lines.add(new Line(texts.get("receipt.by"), texts.name(name))));
        });
        lines.add(new Line(texts.get("receipt.reference"), id()));
        return lines;
    }

    String asText(Texts texts) {
        var text = new StringBuilder(heading(texts)).append("\n\n");
        lines(texts)
                .forEach(line -> text.append(line.label())
                        .append(": ")
                        .append(line.value())
                        .append('\n'));
        text.append('\n')
                .append(texts.get(isApproval() ? "receipt.rights" : "receipt.rights_asked"))
                .append('\n');
        request.rights().packages().forEach(each -> item(text, texts.name(each.name())));
        request.rights().services().forEach(each -> item(text, texts.name(each.title())));
        return text.append('\n').append(explanation(texts)).append('\n').toString();
    }

    private static void item(StringBuilder text, String name) {
        text.append("- ").append(name).append('\n');
    }

    /** One line of a receipt. */
    record Line(String label, String value) {}
}
