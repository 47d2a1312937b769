/**
 * The edge: routes, codecs, problems, configuration, wiring and the {@code klarert} command.
 *
 * <p>An endpoint is an {@link no.klarert.server.Endpoint}: it takes a {@link no.klarert.server.Call}, turns text into values
 * (JSON through {@link no.klarert.server.JsonFields}, which collects every problem with its place), asks one room, and switches
 * over the outcome to an {@link no.klarert.server.Answer}. Endpoints that belong together are methods of one small class, such as
 * {@code ScopeEndpoints.create}; their codec is a class beside it, such as {@code ScopeJson}. {@code Routes} has one line for
 * each, and {@code Wiring.routes()} hands every area its endpoints. Only {@link no.klarert.server.HttpFront} and {@code HttpServer} know Helidon. Who calls is settled first, by
 * {@code Callers}, before anything of the body is read. {@code Wiring} connects the rooms and reads as the system's diagram.
 */
@NullMarked
package no.klarert.server;

import org.jspecify.annotations.NullMarked;
