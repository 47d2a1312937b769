/** The resource registry: resources, their versions and their policies. */
@NullMarked
package no.klarert.registry;

import org.jspecify.annotations.NullMarked;
