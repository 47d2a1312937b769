package no.klarert.server.demo;

import java.net.URI;

/** The two example programs, which run as processes of their own. */
interface Programs {
    /** The address of a running Krav og betalinger API; started at the first call. */
    URI api(Setting on);

    /** What SmartCloud's program prints for its customer. */
    String smartCloud(Setting on, Vendor.Registration vendor);
}
