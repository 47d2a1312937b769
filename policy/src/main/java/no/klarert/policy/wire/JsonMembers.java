package no.klarert.policy.wire;

import java.util.HashSet;
import java.util.Set;
import no.klarert.policy.value.Shown;
import org.jspecify.annotations.Nullable;

/** The members of one object that is being read. A name must not repeat; null stands for an absent member, except a value. */
final class JsonMembers {
    private final JsonScanner scanner;
    private long known;
    private @Nullable Set<String> unknown;

    /** Opens the object. */
    JsonMembers(JsonScanner scanner) {
        this.scanner = scanner;
        scanner.openObject();
    }

    /** The next member, with its value to come next; {@link Member#UNKNOWN} for one without meaning; null behind the last. */
    @Nullable
    Member next() {
        while (scanner.nextMember()) {
            var member = scanner.name(Member.BY_NAME);
            if (member == null) {
                refuseRepeated(scanner.name());
                return Member.UNKNOWN;
            }
            if ((known & member.bit()) != 0) {
                throw repeated(scanner);
            }
            known |= member.bit();
            if (member == Member.VALUE || scanner.peek() != 'n') {
                return member;
            }
            scanner.nothing();
        }
        return null;
    }

    /** Takes one member, whose value comes next. */
    interface Taking {
        void take(Member member);
    }

    /** Hands over each member in turn; none of an object that is none. */
    static void each(@Nullable JsonMembers members, Taking taking) {
        if (members == null) {
            return;
        }
        for (var member = members.next(); member != null; member = members.next()) {
            taking.take(member);
        }
    }

    private void refuseRepeated(String name) {
        if (unknown == null) {
            unknown = new HashSet<>();
        }
        if (!unknown.add(name)) {
            throw repeated(scanner);
        }
    }

    static Malformed repeated(JsonScanner scanner) {
        return new Malformed(scanner.nameAt(), "the member " + Shown.quoted(scanner.name()) + " is there twice");
    }
}
