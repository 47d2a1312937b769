/** SmartCloud AS as an example of a vendor: gets tokens for its customers' system users and calls an API with them. */
@NullMarked
package no.klarert.examples.smartcloud;

import org.jspecify.annotations.NullMarked;
