package no.klarert.server;

import java.net.URI;

/** Where everything is reached from outside, all under one base URL. */
record Addresses(URI base) {
    /** The Maskinporten issuer, with the trailing slash that its identifier has (Maskinporten §1.1). */
    String maskinporten() {
        return base + "/maskinporten/";
    }

    /** The issuer of Altinn tokens (Maskinporten §9.3). */
    String altinnIssuer() {
        return base + "/authentication/api/v1/openid/";
    }

    /** The issuer of test log-ins, which stands in for ID-porten. */
    String testLogIns() {
        return base + "/idporten/";
    }

    /** Where scopes and clients are administered (Maskinporten §6.4). */
    String administration() {
        return base + "/samarbeid/api/v1";
    }

    /** The platform's base address, with a trailing slash (system user API §1.5). */
    String platform() {
        return base + "/";
    }

    String path(String path) {
        return base + path;
    }
}
