package no.klarert.examples.kravogbetalinger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import no.klarert.vocabulary.OrgNumber;
import org.junit.jupiter.api.Test;

/** The data are invented, but as they could be. */
class InventedDataTest {
    private final ApiUnderTest api = ApiUnderTest.start();

    @Test
    void every_account_number_has_its_check_digit() {
        var numbers = texts("SELECT kontonummer FROM bankkonto");

        assertThat(numbers).hasSizeGreaterThan(3).allMatch(InventedDataTest::hasMod11CheckDigit);
        assertThat(texts("SELECT iban FROM bankkonto WHERE iban IS NOT NULL"))
                .hasSameSizeAs(numbers)
                .allMatch(InventedDataTest::hasMod97CheckDigits);
    }

    @Test
    void every_payment_reference_has_its_check_digit() {
        assertThat(texts("SELECT kidnummer FROM kravforfall WHERE kidnummer IS NOT NULL"))
                .hasSizeGreaterThan(10)
                .allMatch(InventedDataTest::hasMod10CheckDigit);
    }

    @Test
    void every_party_has_an_organisation_number() {
        assertThat(texts("SELECT identifikator FROM part")).hasSize(2).allMatch(OrgNumber::isWellFormed);
    }

    @Test
    void nothing_is_placed_that_is_not_there() {
        assertThat(texts("SELECT innbetaling FROM uplassert WHERE beloep < 0")).isEmpty();
        assertThat(texts("""
                SELECT CAST(f.id AS text) FROM kravforfall f JOIN gjenstaaende g ON g.kravforfall = f.id
                WHERE sign(g.beloep) NOT IN (0, sign(f.opprinnelig_beloep))
                """)).isEmpty();
        assertThat(texts("""
                SELECT u.id FROM utbetaling u WHERE u.beloep <>
                coalesce((SELECT sum(beloep) FROM plassert_utbetaling p WHERE p.utbetaling = u.id), 0)
                + coalesce((SELECT sum(beloep) FROM tilbakebetaling t WHERE t.utbetaling = u.id), 0)
                """)).isEmpty();
    }

    private List<String> texts(String query) {
        return api.sql().sql(query).query((row, index) -> row.getString(1)).list();
    }

    private static boolean hasMod11CheckDigit(String number) {
        int[] weights = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Character.digit(number.charAt(i), 10);
        }
        return number.length() == weights.length && sum % 11 == 0;
    }

    private static boolean hasMod10CheckDigit(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = Character.digit(number.charAt(number.length() - 1 - i), 10) * (1 + i % 2);
            sum += digit / 10 + digit % 10;
        }
        return sum % 10 == 0;
    }

    private static boolean hasMod97CheckDigits(String iban) {
        var digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).equals(BigInteger.ONE);
    }
}
