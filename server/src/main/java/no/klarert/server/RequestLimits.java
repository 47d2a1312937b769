package no.klarert.server;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import no.klarert.vocabulary.ClientId;

/**
 * How often one address, and one client, may call the token endpoint and the administration interfaces. The address is asked about
 * first, before anything of the request is read. The client is asked about when it has proved who it is: nobody uses up another's
 * share by naming it. A failed proof counts several times for the address.
 */
final class RequestLimits {
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final int UNAUTHORIZED = 401;

    /** Everyone may call as often as he likes. */
    static final RequestLimits NONE = new RequestLimits(Optional.empty(), Optional.empty(), 1);

    private final Optional<RateLimit> addresses;
    private final Optional<RateLimit> clients;
    private final int failureCost;

    private RequestLimits(Optional<RateLimit> addresses, Optional<RateLimit> clients, int failureCost) {
        this.addresses = addresses;
        this.clients = clients;
        this.failureCost = failureCost;
    }

    static RequestLimits of(KlarertConfig.Limits limits, LongSupplier nanos, RandomGenerator random) {
        return new RequestLimits(
                limits.address().map(rate -> new RateLimit(rate, nanos, random)),
                limits.client().map(rate -> new RateLimit(rate, nanos, random)),
                limits.failureCost());
    }

    /** How long the address of the call has to wait; empty if it need not. */
    Optional<Duration> address(Call call) {
        return addresses.flatMap(limit -> limit.tryAcquire(key(call.address())));
    }

    /** The caller has failed to prove who it is. */
    void failed(Call call) {
        addresses.ifPresent(limit -> limit.charge(key(call.address()), failureCost - 1));
    }

    /** How long the client has to wait; empty if it need not. */
    Optional<Duration> client(ClientId client) {
        return clients.flatMap(limit -> limit.tryAcquire(client.value().getBytes(StandardCharsets.US_ASCII)));
    }

    /** The endpoint behind the limit of addresses, which also counts answers that the token was not accepted. */
    Endpoint around(Endpoint endpoint) {
        return call -> {
            var wait = address(call);
            if (wait.isPresent()) {
                return tooMany(call, wait.get());
            }
            try {
                return endpoint.answer(call);
            } catch (RefusedCall refused) {
                // A call without any token has not tried to prove anything.
                if (refused.answer().status() == UNAUTHORIZED
                        && call.credentials("Bearer")
                                .or(() -> call.credentials("DPoP"))
                                .isPresent()) {
                    failed(call);
                }
                throw refused;
            }
        };
    }

    /** Ends the call if this client calls too often. */
    void refuseTooMany(Call call, ClientId client) {
        var wait = client(client);
        if (wait.isPresent()) {
            throw new RefusedCall(tooMany(call, wait.get()));
        }
    }

    private static Answer tooMany(Call call, Duration wait) {
        return Problem.ofStatus(429, "too many requests; try again later")
                .answer(call.trace())
                .with("Retry-After", retryAfter(wait));
    }

    /** Whole seconds, at least one (RFC 9110 §10.2.3). */
    static String retryAfter(Duration wait) {
        return Long.toString(Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds()));
    }

    /** One subscriber has a whole network of IPv6 addresses (RFC 6177), so the network is what counts. */
    private static byte[] key(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length > IPV6_NETWORK_BYTES ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes;
    }
}
