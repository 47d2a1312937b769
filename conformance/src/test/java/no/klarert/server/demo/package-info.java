@NullMarked
package no.klarert.server.demo;

import org.jspecify.annotations.NullMarked;
