package no.klarert.portal;

import java.util.List;
import java.util.Optional;

/** Something to say on the next page, kept in a cookie so that no link can make a page say it. */
enum Notice {
    ACCESS_DELETED("access-deleted"),
    ALREADY_ANSWERED("already-answered"),
    APPROVED("approved"),
    DECLINED("declined");

    private final String code;

    Notice(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** Designsystemet's name of the colour; the words carry the meaning. */
    String color() {
        return this == APPROVED ? "success" : "info";
    }

    static Optional<Notice> ofCode(String code) {
        return List.of(values()).stream()
                .filter(notice -> notice.code.equals(code))
                .findFirst();
    }
}
