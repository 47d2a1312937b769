/** The story as a program: every system over real HTTP, step by step, with what is refused on the way. */
@NullMarked
package no.klarert.server.demo;

import org.jspecify.annotations.NullMarked;
