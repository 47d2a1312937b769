package no.klarert.examples.kravogbetalinger;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import no.klarert.examples.kravogbetalinger.AccessControl.AuthorizedParty;
import no.klarert.examples.kravogbetalinger.model.AapneKrav;
import no.klarert.examples.kravogbetalinger.model.AlleKrav;
import no.klarert.examples.kravogbetalinger.model.Innbetalinger;
import no.klarert.examples.kravogbetalinger.model.Part;
import no.klarert.examples.kravogbetalinger.model.Periode;
import no.klarert.examples.kravogbetalinger.model.Utbetalinger;
import org.springframework.stereotype.Service;

/** The four answers. Each is read in one {@link Snapshot}; a shielded party's rows are held back. */
@Service
final class KravOgBetalinger {
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private final Snapshot snapshot;
    private final PartRows parter;
    private final KravRows krav;
    private final InnbetalingRows innbetalinger;
    private final UtbetalingRows utbetalinger;
    private final InstantSource clock;

    KravOgBetalinger(
            Snapshot snapshot,
            PartRows parter,
            KravRows krav,
            InnbetalingRows innbetalinger,
            UtbetalingRows utbetalinger,
            InstantSource clock) {
        this.snapshot = snapshot;
        this.parter = parter;
        this.krav = krav;
        this.innbetalinger = innbetalinger;
        this.utbetalinger = utbetalinger;
        this.clock = clock;
    }

    AapneKrav aapneKrav(AuthorizedParty party) {
        var today = today();
        return of(
                party,
                part -> AapneKrav.asOf(
                        today,
                        part,
                        rows(part, () -> krav.open(part, today)),
                        rows(part, () -> innbetalinger.unplaced(part))));
    }

    AlleKrav krav(AuthorizedParty party, Periode periode) {
        return of(
                party,
                part -> new AlleKrav(
                        part.identifikator(),
                        periode,
                        someRows(part, () -> krav.created(part, periode, today())),
                        part.skjermet()));
    }

    Innbetalinger innbetalinger(AuthorizedParty party, Periode periode) {
        return of(
                party,
                part -> new Innbetalinger(
                        part.identifikator(),
                        periode,
                        someRows(part, () -> innbetalinger.in(part, periode)),
                        part.skjermet()));
    }

    Utbetalinger utbetalinger(AuthorizedParty party, Periode periode) {
        return of(
                party,
                part -> new Utbetalinger(
                        part.identifikator(),
                        periode,
                        someRows(part, () -> utbetalinger.in(part, periode)),
                        part.skjermet()));
    }

    private <T> T of(AuthorizedParty party, Function<Part, T> answer) {
        return snapshot.read(() -> answer.apply(
                parter.find(party).orElseThrow(() -> Refusal.of(Feilkode.KB_009, "Identifikatoren er ukjent"))));
    }

    private static <T> List<T> someRows(Part part, Supplier<List<T>> rows) {
        var found = rows(part, rows);
        if (found.isEmpty() && !part.skjermet()) {
            throw Refusal.of(Feilkode.KB_007, "Ingenting er registrert på identifikatoren i perioden");
        }
        return found;
    }

    private static <T> List<T> rows(Part part, Supplier<List<T>> rows) {
        return part.skjermet() ? List.of() : rows.get();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), NORWAY);
    }
}
