/** Skatteetaten's "Krav og betalinger" as an example of an API provider: Spring Boot, protected through the SDK. */
@NullMarked
package no.klarert.examples.kravogbetalinger;

import org.jspecify.annotations.NullMarked;
