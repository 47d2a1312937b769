/** Test doubles that only the access room's own package can make. */
@org.jspecify.annotations.NullMarked
package no.klarert.access;
