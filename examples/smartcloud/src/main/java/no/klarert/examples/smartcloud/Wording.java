package no.klarert.examples.smartcloud;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;
import no.klarert.examples.smartcloud.OpenClaims.MultilingualText;

/** Writes texts, amounts and dates as the readers of a language expect them. */
final class Wording {
    private final Language language;
    private final ResourceBundle texts;
    private final DateTimeFormatter dates;

    Wording(Language language) {
        this.language = language;
        this.texts = language.texts();
        this.dates = DateTimeFormatter.ofPattern(language.datePattern(), language.locale());
    }

    /** The program's own text of that name. */
    String text(String name, Object... values) {
        return new MessageFormat(texts.getString(name), language.locale()).format(values);
    }

    /** The text in this language, else in Bokmål, else the first there is. */
    String text(MultilingualText text) {
        return text.in(language.code())
                .or(() -> text.in(Language.NB.code()))
                .or(text::first)
                .orElse("");
    }

    String date(LocalDate date) {
        return dates.format(date);
    }

    /** Such as {@code 12 345,50 kr}. Not thread-safe formats are made anew each time. */
    String amount(BigDecimal amount) {
        var symbols = DecimalFormatSymbols.getInstance(language.locale());
        symbols.setGroupingSeparator(language.thousands());
        symbols.setDecimalSeparator(language.decimals());
        symbols.setMinusSign('-');
        var format = new DecimalFormat("#,##0.00;-#,##0.00", symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return language.amountPattern().formatted(format.format(amount));
    }
}
