package no.klarert.server;

/** One thing we serve. Reads what it needs from the call, once, and answers; knows nothing of sockets. */
@FunctionalInterface
interface Endpoint {
    /** May throw {@link RefusedCall} to answer with what that carries; anything else it throws becomes a 500. */
    Answer answer(Call call);
}
