package no.klarert.issuer.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import no.klarert.storage.Bytes;

/**
 * Asks the issuers: OCSP responders first, then the revocation lists that certificates point to. Only issuers that are trusted name
 * the addresses. The certificates of a path are asked about at the same time, each once however many want to know; nobody waits
 * longer than the timeout, and an issuer that did not answer is not asked again for half a minute.
 */
public final class OnlineRevocation extends Revocation {
    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration UNKNOWN_LASTS = Duration.ofSeconds(30);

    private final Duration timeout;
    private final Duration lasts;
    private final TimedCache<Bytes, Status> known = new TimedCache<>(MOST_REMEMBERED);
    private final ConcurrentMap<Bytes, FutureTask<Status>> asking = new ConcurrentHashMap<>();

    /** {@code timeout} is the longest anybody waits for an answer; an answer is remembered for {@code lasts}. */
    public OnlineRevocation(Duration timeout, Duration lasts) {
        this.timeout = timeout;
        this.lasts = lasts;
    }

    @Override
    Status status(List<Link> path, Instant now) {
        long deadline = System.nanoTime() + timeout.toNanos();
        // A list, so that every question is under way before the first answer is waited for.
        var answers = path.stream().map(link -> answer(link, now, deadline)).toList();
        return answers.stream().map(Supplier::get).reduce(Status.GOOD, Status::orWorse);
    }

    private Supplier<Status> answer(Link link, Instant now, long deadline) {
        var remembered = known.get(link.fingerprint(), now);
        if (remembered.isPresent()) {
            return remembered::get;
        }
        var question = question(link, now);
        return () -> find(link, question, now, deadline);
    }

    private Status find(Link link, FutureTask<Status> question, Instant now, long deadline) {
        var status = await(question, deadline);
        // On a virtual thread the interruption closes the socket that is waited on.
        question.cancel(true);
        known.put(link.fingerprint(), status, now.plus(status == Status.UNKNOWN ? UNKNOWN_LASTS : lasts), now);
        asking.remove(link.fingerprint(), question);
        return status;
    }

    /** The question that is under way about this certificate, or a new one. */
    private FutureTask<Status> question(Link link, Instant now) {
        var mine = new FutureTask<>(() -> link.status(OnlineRevocation::ask, now));
        var other = asking.putIfAbsent(link.fingerprint(), mine);
        if (other != null) {
            return other;
        }
        Thread.ofVirtual().name("revocation").start(mine);
        return mine;
    }

    private static Status await(FutureTask<Status> question, long deadline) {
        try {
            return question.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException | CancellationException e) {
            return Status.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.UNKNOWN;
        }
    }

    private static void ask(PKIXParameters parameters) throws GeneralSecurityException {
        parameters.setRevocationEnabled(false);
        parameters.addCertPathChecker(
                (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker());
    }
}
