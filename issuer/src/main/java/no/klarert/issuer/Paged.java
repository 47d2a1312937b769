package no.klarert.issuer;

import java.util.List;
import java.util.function.Function;

/** A page of a list, and whether others follow. */
public record Paged<T>(List<T> items, boolean hasMore) {
    public Paged {
        items = List.copyOf(items);
    }

    /** Of the elements from the page's offset on, as many as there are up to the page's reach. */
    public static <T> Paged<T> of(List<T> read, Page page) {
        boolean hasMore = read.size() > page.size();
        return new Paged<>(hasMore ? read.subList(0, page.size()) : read, hasMore);
    }

    public <R> Paged<R> map(Function<? super T, R> change) {
        return new Paged<>(items.stream().<R>map(change).toList(), hasMore);
    }
}
