/** Who may do what for whom: the register of parties, roles, access packages and delegations. */
@NullMarked
package no.klarert.access;

import org.jspecify.annotations.NullMarked;
