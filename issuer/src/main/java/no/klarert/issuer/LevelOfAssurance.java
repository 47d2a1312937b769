package no.klarert.issuer;

import java.util.Arrays;
import java.util.Optional;
import no.klarert.vocabulary.AuthenticationLevel;

/** How surely ID-porten authenticated a person: {@code acr} of its tokens, and the level Altinn takes it for. */
public enum LevelOfAssurance {
    SUBSTANTIAL("idporten-loa-substantial", 3),
    HIGH("idporten-loa-high", 4);

    private final String acr;
    private final int level;

    LevelOfAssurance(String acr, int level) {
        this.acr = acr;
        this.level = level;
    }

    /** The one that Altinn takes for {@code level}; empty if ID-porten has none. */
    public static Optional<LevelOfAssurance> of(AuthenticationLevel level) {
        return Arrays.stream(values())
                .filter(known -> known.level == level.value())
                .findFirst();
    }

    static Optional<LevelOfAssurance> ofAcr(Object acr) {
        return Arrays.stream(values()).filter(known -> known.acr.equals(acr)).findFirst();
    }

    String acr() {
        return acr;
    }

    AuthenticationLevel level() {
        return new AuthenticationLevel(level);
    }
}
