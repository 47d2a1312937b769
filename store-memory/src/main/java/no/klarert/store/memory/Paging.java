package no.klarert.store.memory;

import java.util.stream.Stream;
import no.klarert.issuer.Page;
import no.klarert.issuer.Paged;

/** Cuts a page out of a sorted list. */
final class Paging {
    private Paging() {}

    static <T> Paged<T> of(Stream<T> sorted, Page page) {
        return Paged.of(sorted.skip(page.offset()).limit(page.reach()).toList(), page);
    }
}
