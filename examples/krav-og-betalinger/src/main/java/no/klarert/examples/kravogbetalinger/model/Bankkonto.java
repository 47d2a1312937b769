package no.klarert.examples.kravogbetalinger.model;

import java.util.Optional;

/** A bank account; {@code kontonummer} has eleven digits, the last a mod-11 check digit. */
public record Bankkonto(
        Optional<String> bankinformasjon,
        String kontoeiersNavn,
        String kontonummer,
        Optional<String> iban,
        Optional<String> swiftBIC) {}
