package no.klarert.storage;

import java.time.Instant;

/**
 * One change, as kept for ever.
 *
 * @param action what was done, such as {@code scope.create} or {@code systemuser.delete}
 * @param object what it was done to, such as {@code skatteetaten:kravogbetalinger}
 * @param detail what a reader needs beside it, one line, no secrets and no personal identifiers; may be empty
 */
public record AuditEvent(Instant at, Actor actor, String action, String object, String detail) {}
