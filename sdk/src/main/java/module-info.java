/** Token client, token verifier and decision client for API providers and vendors. */
module no.klarert.sdk {
    requires static transitive org.jspecify;
    requires transitive no.klarert.vocabulary;
    requires transitive java.net.http;
    requires com.nimbusds.jose.jwt;

    exports no.klarert.sdk;
}
