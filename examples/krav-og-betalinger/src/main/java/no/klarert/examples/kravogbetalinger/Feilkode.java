package no.klarert.examples.kravogbetalinger;

import org.springframework.http.HttpStatus;

/** Every way not to answer (Krav og betalinger, errors). */
enum Feilkode {
    /** An unexpected fault here. */
    KB_001(HttpStatus.INTERNAL_SERVER_ERROR),
    /** The issuer or the decision point cannot be reached or used. */
    KB_002(HttpStatus.INTERNAL_SERVER_ERROR),
    /** Unknown address. */
    KB_003(HttpStatus.NOT_FOUND),
    /** The caller has not shown who it is. */
    KB_004(HttpStatus.UNAUTHORIZED),
    /** The caller may not. */
    KB_005(HttpStatus.FORBIDDEN),
    /** Something in the request is malformed. */
    KB_006(HttpStatus.BAD_REQUEST),
    /** Nothing in the period. */
    KB_007(HttpStatus.NOT_FOUND),
    /** A format other than JSON is asked for. */
    KB_008(HttpStatus.NOT_ACCEPTABLE),
    /** The party is not known here. */
    KB_009(HttpStatus.NOT_FOUND);

    private final HttpStatus status;

    Feilkode(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** As it is written on the wire: {@code KB-006}. */
    String code() {
        return name().replace('_', '-');
    }
}
