package no.klarert.policy.wire;

import java.util.stream.IntStream;

/**
 * How large a document may be. Immutable; start from {@link #DEFAULT}. Each limit is at least 1, and the depth at most 500, since
 * documents are read by recursion.
 *
 * @param bytes of the whole document
 * @param depth of objects and arrays, or of elements, within the outermost
 * @param members of one JSON object or array
 * @param stringLength bytes of one JSON string between its quotes, or characters of one XML text
 * @param numberLength characters of one JSON number
 * @param attributes in the document
 * @param values of attributes, in all individual requests together
 * @param individualRequests that one document may stand for
 */
public record WireLimits(
        int bytes,
        int depth,
        int members,
        int stringLength,
        int numberLength,
        int attributes,
        int values,
        int individualRequests) {
    /**
     * 1 MiB, 20 deep, 10 000 members, strings of 64 KiB, numbers of 400 characters, 5 000 attributes, 50 000 values and 500
     * individual requests.
     */
    public static final WireLimits DEFAULT = new WireLimits(1 << 20, 20, 10_000, 1 << 16, 400, 5_000, 50_000, 500);

    private static final int DEEPEST = 500;

    public WireLimits {
        boolean tooSmall = IntStream.of(
                        bytes, depth, members, stringLength, numberLength, attributes, values, individualRequests)
                .anyMatch(limit -> limit < 1);
        if (tooSmall) {
            throw new IllegalArgumentException("each limit must be at least 1");
        }
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("the depth must be at most " + DEEPEST + ", not " + depth);
        }
    }

    public WireLimits bytes(int most) {
        return new WireLimits(most, depth, members, stringLength, numberLength, attributes, values, individualRequests);
    }

    public WireLimits depth(int most) {
        return new WireLimits(bytes, most, members, stringLength, numberLength, attributes, values, individualRequests);
    }

    public WireLimits members(int most) {
        return new WireLimits(bytes, depth, most, stringLength, numberLength, attributes, values, individualRequests);
    }

    public WireLimits stringLength(int most) {
        return new WireLimits(bytes, depth, members, most, numberLength, attributes, values, individualRequests);
    }

    public WireLimits numberLength(int most) {
        return new WireLimits(bytes, depth, members, stringLength, most, attributes, values, individualRequests);
    }

    public WireLimits attributes(int most) {
        return new WireLimits(bytes, depth, members, stringLength, numberLength, most, values, individualRequests);
    }

    public WireLimits values(int most) {
        return new WireLimits(bytes, depth, members, stringLength, numberLength, attributes, most, individualRequests);
    }

    public WireLimits individualRequests(int most) {
        return new WireLimits(bytes, depth, members, stringLength, numberLength, attributes, values, most);
    }
}
