package no.klarert.store.postgres;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.klarert.store.contract.Samples;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.PersonIdentifier;
import org.jdbi.v3.core.Handle;

/** Enough rows of everything that reading all of them shows. */
final class Filling {
    private static final int MOST = 10_000;

    /** {@code o} and {@code p} answer the n-th number of an organisation and of a person. */
    private static final String NUMBERS = """
            CREATE TEMP TABLE numbers (n integer PRIMARY KEY, o text NOT NULL, p text NOT NULL);
            CREATE FUNCTION pg_temp.o(integer) RETURNS text LANGUAGE sql AS 'SELECT o FROM pg_temp.numbers WHERE n = $1';
            CREATE FUNCTION pg_temp.p(integer) RETURNS text LANGUAGE sql AS 'SELECT p FROM pg_temp.numbers WHERE n = $1';
            CREATE FUNCTION pg_temp.id(text, integer) RETURNS uuid LANGUAGE sql
            AS 'SELECT ($1 || ''0000000-0000-4000-8000-'' || lpad($2::text, 12, ''0''))::uuid'
            """;

    private static final String ISSUER = """
            INSERT INTO organization SELECT pg_temp.o(n), 'Organisasjon ' || n FROM generate_series(1, 3000) n;
            INSERT INTO scope_prefix SELECT 'prefix-' || n, pg_temp.o(n) FROM generate_series(1, 3000) n;
            INSERT INTO scope
            SELECT 'prefix-' || n || ':scope', pg_temp.o(n), '{}', '{}', 'PUBLIC', 'SELF_CONTAINED', 0, 0, '{}', NULL, false,
                false, false, false, false, false, true, now(), now()
            FROM generate_series(1, 3000) n;
            INSERT INTO scope_access
            SELECT 'prefix-' || n || ':scope', pg_temp.o(n + m), 'APPROVED', now(), now()
            FROM generate_series(1, 3000) n, generate_series(1, 4) m;
            INSERT INTO client
            SELECT 'client-' || n, pg_temp.o(n), '', '', '{}', 0, true, now(), now() FROM generate_series(1, 3000) n;
            INSERT INTO client_key_set SELECT 'client-' || n, now(), now() FROM generate_series(1, 3000) n;
            INSERT INTO portal_session
            SELECT 'session-' || n, 1, 3, '', now(), now() FROM generate_series(1, 3000) n
            """;

    private static final String REGISTRY = """
            INSERT INTO resource SELECT 'resource-' || n, n FROM generate_series(1, 3000) n;
            INSERT INTO resource_version
            SELECT 'resource-' || n, n, 'CONSENT', '{}', '{}', '{}', true, true, NULL, '', '{}', 'DISABLED', '[]', '{}', '{}', now()
            FROM generate_series(1, 3000) n;
            INSERT INTO resource SELECT 'scheme-' || n, 3000 + n FROM generate_series(1, 3000) n;
            INSERT INTO resource_version
            SELECT 'scheme-' || n, 3000 + n, 'MASKINPORTEN_SCHEMA', '{}', '{}', '{}', true, true, NULL, '', '{}', 'DISABLED',
                jsonb_build_array(jsonb_build_object(
                    'source', 'Altinn3', 'reference', 'prefix-' || n || ':scope', 'type', 'MaskinportenScope')),
                '{}', '{}', now()
            FROM generate_series(1, 3000) n;
            INSERT INTO policy
            SELECT 'resource-' || n, v, '', now() FROM generate_series(1, 3000) n, generate_series(1, 3) v
            """;

    private static final String ACCESS = """
            INSERT INTO party
            SELECT n, pg_temp.id('a', n), 'organization', 'Selskap ' || n, pg_temp.o(n), 'AS', CASE WHEN n > 10 THEN n / 5 END,
                NULL, NULL
            FROM generate_series(1, 10000) n;
            INSERT INTO party
            SELECT 10000 + n, pg_temp.id('b', n), 'person', 'Person ' || n, NULL, NULL, NULL, pg_temp.p(n), n
            FROM generate_series(1, 10000) n;
            INSERT INTO role_assignment SELECT n, 10000 + n, 'dagl' FROM generate_series(1, 10000) n;
            INSERT INTO package_delegation
            SELECT pg_temp.id('a', n), pg_temp.id('c', n), 'systemuser', 'package-' || m, now()
            FROM generate_series(1, 10000) n, generate_series(1, 3) m;
            INSERT INTO right_delegation
            SELECT pg_temp.id('a', n), pg_temp.id('c', n), 'systemuser', 'resource-' || m, 'read', now()
            FROM generate_series(1, 10000) n, generate_series(499, 501) m;
            INSERT INTO api_delegation
            SELECT pg_temp.id('a', n), pg_temp.id('a', n % 2000 + 1), 'scheme-' || (n % 3000 + m), 1, now()
            FROM generate_series(2001, 10000) n, generate_series(0, 2) m
            """;

    private static final String SYSTEM_USERS = """
            INSERT INTO registered_system
            SELECT 'system-' || n, gen_random_uuid(), pg_temp.o(CASE WHEN n > 5 THEN 1 ELSE 2 END), '{}', '{}', '[]', '{}', '{}',
                true, '{}', NULL, now()
            FROM generate_series(1, 2000) n;
            INSERT INTO system_client SELECT 'client-' || n, 'system-' || n FROM generate_series(1, 2000) n;
            INSERT INTO systemuser_request
            SELECT pg_temp.id('d', n), 'system-' || 500 + n % 2, pg_temp.o(n), 'ref-' || n, '', '[]', '{}', NULL, 'NEW', now(),
                NULL, NULL, NULL
            FROM generate_series(1, 10000) n;
            INSERT INTO systemuser
            SELECT pg_temp.id('c', n), 'system-' || 500 + n % 2, pg_temp.o(1), 'ref-' || n, n, '', '{}', now(), 'user:1', NULL, NULL
            FROM generate_series(1, 10000) n
            """;

    private Filling() {}

    static void fill(Handle handle) {
        handle.execute("SET search_path TO klarert");
        handle.execute(NUMBERS);
        numbers(handle);
        for (var rows : new String[] {ISSUER, REGISTRY, ACCESS, SYSTEM_USERS}) {
            handle.execute(rows);
        }
        handle.execute("ANALYZE");
    }

    private static void numbers(Handle handle) {
        var organizations = organizations().limit(MOST).iterator();
        var persons = persons().limit(MOST).iterator();
        var batch = handle.prepareBatch("INSERT INTO pg_temp.numbers VALUES (?, ?, ?)");
        for (int n = 1; n <= MOST; n++) {
            batch.add(n, organizations.next(), persons.next());
        }
        batch.execute();
    }

    /** As {@link Samples#organization} counts them, but from 1. */
    private static Stream<String> organizations() {
        return IntStream.range(310_000_000, 400_000_000)
                .mapToObj(Integer::toString)
                .filter(OrgNumber::isWellFormed);
    }

    private static Stream<String> persons() {
        return IntStream.rangeClosed(1, 28)
                .boxed()
                .flatMap(day -> IntStream.range(0, 100_000).mapToObj(tail -> "%02d8190%05d".formatted(day, tail)))
                .filter(PersonIdentifier::isWellFormed);
    }
}
