package no.klarert.examples.smartcloud;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What SmartCloud reads of the answer of {@code aapnekrav} (Krav og betalinger, models); the rest is passed over. An answer that
 * lacks what an overview cannot do without is refused.
 */
record OpenClaims(
        String partIdentifikator,
        List<Claim> aapentKravMedGjenstaaendeBeloep,
        @Nullable List<Payment> innbetalingMedUplassertBeloep,
        Total totalOversikt,
        boolean skjermet) {
    OpenClaims {
        requireNonNull(partIdentifikator);
        requireNonNull(aapentKravMedGjenstaaendeBeloep);
        requireNonNull(totalOversikt);
    }

    record Claim(MultilingualText kravbeskrivelse, @Nullable Period kravperiode, List<Due> kravforfall) {
        Claim {
            requireNonNull(kravbeskrivelse);
            requireNonNull(kravforfall);
        }
    }

    record Period(@Nullable MultilingualText periodeBeskrivelse) {}

    record Due(
            LocalDate forfallsdato,
            BigDecimal opprinneligBeloep,
            BigDecimal gjenstaaendeBeloep,
            @Nullable HowToPay betalingsinformasjon) {
        Due {
            requireNonNull(forfallsdato);
            requireNonNull(opprinneligBeloep);
            requireNonNull(gjenstaaendeBeloep);
        }

        /** Whether there is something left to pay, or to be paid. */
        boolean isOpen() {
            return gjenstaaendeBeloep.signum() != 0;
        }

        /** Whether it should have been paid before {@code today}. */
        boolean isOverdue(LocalDate today) {
            return gjenstaaendeBeloep.signum() > 0 && forfallsdato.isBefore(today);
        }
    }

    record HowToPay(@Nullable String kidnummer) {}

    record Payment(
            LocalDate innbetalingsdato,
            BigDecimal uplassertBeloep,
            @Nullable String innbetalingstype) {
        Payment {
            requireNonNull(innbetalingsdato);
            requireNonNull(uplassertBeloep);
        }
    }

    record Total(
            BigDecimal sumStipulerteRenter,
            BigDecimal sumForfalteKrav,
            BigDecimal sumIkkeForfalteKrav,
            BigDecimal sumUplasserteInnbetalinger,
            BigDecimal saldo) {
        Total {
            requireNonNull(sumStipulerteRenter);
            requireNonNull(sumForfalteKrav);
            requireNonNull(sumIkkeForfalteKrav);
            requireNonNull(sumUplasserteInnbetalinger);
            requireNonNull(saldo);
        }
    }

    record MultilingualText(@Nullable List<Text> spraakTekst) {
        record Text(String tekst, @Nullable String spraak) {
            Text {
                requireNonNull(tekst);
            }
        }

        /** The text in the language, such as {@code nb}. */
        Optional<String> in(String language) {
            return texts().stream()
                    .filter(text -> language.equals(text.spraak()))
                    .map(Text::tekst)
                    .findFirst();
        }

        Optional<String> first() {
            return texts().stream().map(Text::tekst).findFirst();
        }

        private List<Text> texts() {
            return spraakTekst == null ? List.of() : spraakTekst;
        }
    }

    /** The payments of which something is left. */
    List<Payment> unplacedPayments() {
        return innbetalingMedUplassertBeloep == null ? List.of() : innbetalingMedUplassertBeloep;
    }
}
