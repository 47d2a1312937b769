package no.klarert.examples.smartcloud;

import static no.klarert.examples.smartcloud.Table.Alignment.LEFT;
import static no.klarert.examples.smartcloud.Table.Alignment.RIGHT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.klarert.examples.smartcloud.OpenClaims.Claim;
import no.klarert.examples.smartcloud.OpenClaims.Due;

/** A customer's open claims as a person wants to read them: what, by when, how much, and what it comes to. */
final class Overview {
    private final Wording wording;
    private final LocalDate today;

    Overview(Wording wording, LocalDate today) {
        this.wording = wording;
        this.today = today;
    }

    private record Line(Claim claim, Due due) {}

    /** The lines to print. */
    List<String> of(OpenClaims claims) {
        var lines = new ArrayList<String>();
        lines.add(wording.text("title", Shown.line(claims.partIdentifikator()), wording.date(today)));
        lines.add("");
        if (claims.skjermet()) {
            lines.add(wording.text("shielded"));
            return lines;
        }
        lines.addAll(claims(claims));
        lines.addAll(payments(claims));
        lines.add("");
        lines.addAll(totals(claims.totalOversikt()));
        return lines;
    }

    private List<String> claims(OpenClaims claims) {
        var open = claims.aapentKravMedGjenstaaendeBeloep().stream()
                .flatMap(claim -> claim.kravforfall().stream().map(due -> new Line(claim, due)))
                .filter(line -> line.due().isOpen())
                .sorted(Comparator.comparing(line -> line.due().forfallsdato()))
                .toList();
        if (open.isEmpty()) {
            return List.of(wording.text("none"));
        }
        var table = new Table(LEFT, LEFT, LEFT, RIGHT, RIGHT, LEFT, LEFT)
                .row(
                        wording.text("column.claim"),
                        wording.text("column.period"),
                        wording.text("column.due"),
                        wording.text("column.original"),
                        wording.text("column.remaining"),
                        wording.text("column.reference"),
                        "");
        open.forEach(line -> table.row(cells(line)));
        return table.lines();
    }

    private String[] cells(Line line) {
        var period = Optional.ofNullable(line.claim().kravperiode())
                .flatMap(found -> Optional.ofNullable(found.periodeBeskrivelse()));
        var reference = Optional.ofNullable(line.due().betalingsinformasjon())
                .flatMap(found -> Optional.ofNullable(found.kidnummer()));
        return new String[] {
            Shown.line(wording.text(line.claim().kravbeskrivelse())),
            Shown.line(period.map(wording::text).orElse("")),
            wording.date(line.due().forfallsdato()),
            wording.amount(line.due().opprinneligBeloep()),
            wording.amount(line.due().gjenstaaendeBeloep()),
            Shown.line(reference.orElse("")),
            line.due().isOverdue(today) ? wording.text("overdue") : ""
        };
    }

    private List<String> payments(OpenClaims claims) {
        if (claims.unplacedPayments().isEmpty()) {
            return List.of();
        }
        var table = new Table(LEFT, LEFT, RIGHT);
        for (var payment : claims.unplacedPayments()) {
            table.row(
                    wording.date(payment.innbetalingsdato()),
                    Shown.line(Optional.ofNullable(payment.innbetalingstype()).orElse("")),
                    wording.amount(payment.uplassertBeloep()));
        }
        var lines = new ArrayList<>(List.of("", wording.text("payments")));
        lines.addAll(table.lines());
        return lines;
    }

    private List<String> totals(OpenClaims.Total total) {
        return new Table(LEFT, RIGHT)
                .row(wording.text("total.overdue"), wording.amount(total.sumForfalteKrav()))
                .row(wording.text("total.not-yet"), wording.amount(total.sumIkkeForfalteKrav()))
                .row(wording.text("total.interest"), wording.amount(total.sumStipulerteRenter()))
                .row(
                        wording.text("total.unplaced"),
                        wording.amount(total.sumUplasserteInnbetalinger().negate()))
                .row(wording.text("total.balance"), wording.amount(total.saldo()))
                .lines();
    }
}
