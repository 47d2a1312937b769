/** Identifiers and small values that the server and the SDK share. */
module no.klarert.vocabulary {
    requires static transitive org.jspecify;

    exports no.klarert.vocabulary;
}
