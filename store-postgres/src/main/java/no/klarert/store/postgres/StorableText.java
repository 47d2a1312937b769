package no.klarert.store.postgres;

import java.sql.Types;
import no.klarert.storage.StorageException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Text that a {@code text} column can hold: Unicode without U+0000. Half a surrogate pair has no UTF-8 either; the driver would
 * write a question mark in its place. Such text is refused before it is sent: what is read equals what was written.
 */
final class StorableText {
    private StorableText() {}

    static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /** The text itself; one that is not storable is refused. */
    static String checked(String text) {
        if (isStorable(text)) {
            return text;
        }
        throw new StorageException("a text has U+0000 or half a surrogate pair and cannot be stored");
    }

    /** Any text given to a statement. */
    static final class Parameter extends AbstractArgumentFactory<String> {
        Parameter() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            var text = checked(value);
            return (position, statement, context) -> statement.setString(position, text);
        }
    }
}
