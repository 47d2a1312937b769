/** The system register, requests for system users, and system users. */
@NullMarked
package no.klarert.systemuser;

import org.jspecify.annotations.NullMarked;
