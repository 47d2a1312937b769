/** Server-rendered pages and the handlers behind them; knows nothing of the HTTP server it runs in. */
@NullMarked
package no.klarert.portal;

import org.jspecify.annotations.NullMarked;
