/** What every room shares about storing things: the transaction it works in and the audit trail it leaves. */
@NullMarked
package no.klarert.storage;

import org.jspecify.annotations.NullMarked;
