/** What the API answers, member for member (Krav og betalinger, models). Amounts have two decimals; absent is never null. */
@NullMarked
package no.klarert.examples.kravogbetalinger.model;

import org.jspecify.annotations.NullMarked;
