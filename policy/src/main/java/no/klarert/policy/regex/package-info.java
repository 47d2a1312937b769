/** Regular expressions of XML Schema, matched in time linear in the length of the text. */
@NullMarked
package no.klarert.policy.regex;

import org.jspecify.annotations.NullMarked;
