package no.klarert.examples.kravogbetalinger;

import no.klarert.examples.kravogbetalinger.AccessControl.AuthorizedParty;
import no.klarert.examples.kravogbetalinger.model.AapneKrav;
import no.klarert.examples.kravogbetalinger.model.AlleKrav;
import no.klarert.examples.kravogbetalinger.model.Innbetalinger;
import no.klarert.examples.kravogbetalinger.model.Utbetalinger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The four questions of the API, at both forms of its address (Krav og betalinger, endpoints). Each takes an
 * {@link AuthorizedParty}, which exists only once every check has passed; the period is read after that.
 */
@RestController
@RequestMapping(
        path = {
            "/v1/{rettighetspakke:regnskapssystem|finans}/{identifikator}",
            "/api/innkreving/kravogbetalinger/v1/{rettighetspakke:regnskapssystem|finans}/{identifikator}"
        },
        produces = MediaType.APPLICATION_JSON_VALUE)
class KravOgBetalingerController {
    /** The path variable that says whose claims and payments are asked for. */
    static final String IDENTIFIKATOR = "identifikator";

    private final KravOgBetalinger kravOgBetalinger;

    KravOgBetalingerController(KravOgBetalinger kravOgBetalinger) {
        this.kravOgBetalinger = kravOgBetalinger;
    }

    @GetMapping("/aapnekrav")
    AapneKrav aapneKrav(AuthorizedParty party) {
        return kravOgBetalinger.aapneKrav(party);
    }

    @GetMapping("/krav")
    AlleKrav krav(
            AuthorizedParty party,
            @RequestParam(required = false) @Nullable String fraOgMed,
            @RequestParam(required = false) @Nullable String tilOgMed) {
        return kravOgBetalinger.krav(party, Perioder.read(fraOgMed, tilOgMed));
    }

    @GetMapping("/innbetalinger")
    Innbetalinger innbetalinger(
            AuthorizedParty party,
            @RequestParam(required = false) @Nullable String fraOgMed,
            @RequestParam(required = false) @Nullable String tilOgMed) {
        return kravOgBetalinger.innbetalinger(party, Perioder.read(fraOgMed, tilOgMed));
    }

    @GetMapping("/utbetalinger")
    Utbetalinger utbetalinger(
            AuthorizedParty party,
            @RequestParam(required = false) @Nullable String fraOgMed,
            @RequestParam(required = false) @Nullable String tilOgMed) {
        return kravOgBetalinger.utbetalinger(party, Perioder.read(fraOgMed, tilOgMed));
    }
}
