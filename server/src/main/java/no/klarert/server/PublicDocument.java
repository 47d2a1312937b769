package no.klarert.server;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** JSON that everyone may read and keep for a while, and ask for again only if it has changed (RFC 9110 §13.1.2, RFC 9111). */
final class PublicDocument {
    private static final int TAG_BYTES = 16;

    private final Answer full;
    private final Answer unchanged;
    private final String tag;

    /** @param maxAge how long it may be kept, in whole seconds */
    PublicDocument(byte[] json, Duration maxAge) {
        var cacheControl = "public, max-age=" + maxAge.toSeconds();
        this.tag = '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest(json)) + '"';
        this.full = Answer.bytes(200, Answer.JSON, json)
                .with("Cache-Control", cacheControl)
                .with("ETag", tag);
        this.unchanged = Answer.empty(304).with("Cache-Control", cacheControl).with("ETag", tag);
    }

    private static byte[] digest(byte[] content) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(content), TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Answer answer(Call call) {
        return isKnown(call.headers().all("If-None-Match")) ? unchanged : full;
    }

    private boolean isKnown(List<String> conditions) {
        return conditions.stream()
                .flatMap(condition -> Arrays.stream(condition.split(",", -1)))
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }
}
