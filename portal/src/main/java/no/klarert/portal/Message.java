package no.klarert.portal;

import java.util.List;
import java.util.Optional;

/**
 * A page that says one thing: what happened and where to go from here.
 *
 * @param reference correlation id to quote to support, where that helps
 */
record Message(String heading, List<String> paragraphs, List<Link> links, Optional<String> reference) {
    Message {
        paragraphs = List.copyOf(paragraphs);
        links = List.copyOf(links);
    }

    /** A link with its words. */
    record Link(String url, String words) {}
}
