package no.klarert.store.postgres;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.klarert.issuer.Client;
import no.klarert.issuer.ClientKey;
import no.klarert.issuer.ClientStore;
import no.klarert.issuer.Listing;
import no.klarert.issuer.Page;
import no.klarert.issuer.Paged;
import no.klarert.issuer.Reach;
import no.klarert.issuer.SignatureAlgorithm;
import no.klarert.issuer.TokenBinding;
import no.klarert.issuer.UnusedMembers;
import no.klarert.issuer.certificate.CertificateChain;
import no.klarert.storage.Bytes;
import no.klarert.storage.Transaction;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.KeyId;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ScopeName;
import org.jdbi.v3.core.mapper.RowMapper;

final class PostgresClientStore implements ClientStore {
    private static final String COLUMNS = """
            SELECT id, owner, name, description, scopes, access_token_lifetime, active, created, last_updated, supplier,
                unused_members, binding
            FROM client
            """;

    private static final String FIND = COLUMNS + "WHERE id = ?";

    private static final String LOCK = FIND + " FOR NO KEY UPDATE";

    private static final String PAGE = "(active OR ?) ORDER BY created, id LIMIT ? OFFSET ?";

    private static final String OWN = COLUMNS + "WHERE owner = ? AND " + PAGE;

    private static final String SUPPLIED = COLUMNS + "WHERE supplier = ? AND " + PAGE;

    private static final String OWN_OR_SUPPLIED = COLUMNS + "WHERE (owner = ? OR supplier = ?) AND " + PAGE;

    private static final String INSERT = """
            INSERT INTO client (id, owner, name, description, scopes, access_token_lifetime, active, created, last_updated,
                supplier, unused_members, binding)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String UPDATE = """
            UPDATE client
            SET name = ?, description = ?, scopes = ?, access_token_lifetime = ?, active = ?, last_updated = ?,
                unused_members = ?, binding = ?
            WHERE id = ?
            """;

    private static final String KEY_SET = "SELECT created, last_updated FROM client_key_set WHERE client = ?";

    private static final String KEYS = """
            SELECT key_id, algorithm, public_key, expires, certificates
            FROM client_key
            WHERE client = ?
            ORDER BY position
            """;

    private static final String SAVE_KEY_SET = """
            INSERT INTO client_key_set (client, created, last_updated)
            VALUES (?, ?, ?)
            ON CONFLICT (client) DO UPDATE SET last_updated = excluded.last_updated
            """;

    private static final String FORGET_KEYS = "DELETE FROM client_key WHERE client = ?";

    private static final String ADD_KEY = """
            INSERT INTO client_key (client, position, key_id, algorithm, public_key, expires, certificates)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final RowMapper<Client> ROW = (row, context) -> new Client(
            new ClientId(Columns.text(row, "id")),
            new OrgNumber(Columns.text(row, "owner")),
            Columns.text(row, "name"),
            Columns.text(row, "description"),
            Columns.texts(row, "scopes", ScopeName::parse),
            row.getInt("access_token_lifetime"),
            row.getBoolean("active"),
            Columns.time(row, "created"),
            Columns.time(row, "last_updated"),
            Columns.optionalText(row, "supplier").map(OrgNumber::new),
            new UnusedMembers(Columns.text(row, "unused_members")),
            TokenBinding.valueOf(Columns.text(row, "binding")));

    private static final RowMapper<ClientKey> KEY_ROW = (row, context) -> new ClientKey(
            new KeyId(Columns.text(row, "key_id")),
            SignatureAlgorithm.valueOf(Columns.text(row, "algorithm")),
            publicKey(Columns.bytes(row, "public_key")),
            Columns.time(row, "expires"),
            Columns.optionalByteStrings(row, "certificates").map(CertificateChain::new));

    private final PostgresTransactions transactions;

    PostgresClientStore(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Client> find(Transaction transaction, ClientId id) {
        return transactions
                .handle(transaction)
                .select(FIND, id.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public Optional<Client> lock(Transaction transaction, ClientId id) {
        return transactions
                .handle(transaction)
                .select(LOCK, id.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public boolean insert(Transaction transaction, Client client) {
        transactions.changed(transaction, CHANGE, client.id().value());
        return transactions
                        .handle(transaction)
                        .execute(
                                INSERT,
                                client.id().value(),
                                client.owner().value(),
                                client.name(),
                                client.description(),
                                Columns.array(client.scopes()),
                                client.accessTokenLifetime(),
                                client.active(),
                                Columns.time(client.created()),
                                Columns.time(client.lastUpdated()),
                                Columns.orNull(client.supplier()),
                                client.unused().json(),
                                client.binding().name())
                == 1;
    }

    @Override
    public boolean update(Transaction transaction, Client client) {
        transactions.changed(transaction, CHANGE, client.id().value());
        return transactions
                        .handle(transaction)
                        .execute(
                                UPDATE,
                                client.name(),
                                client.description(),
                                Columns.array(client.scopes()),
                                client.accessTokenLifetime(),
                                client.active(),
                                Columns.time(client.lastUpdated()),
                                client.unused().json(),
                                client.binding().name(),
                                client.id().value())
                == 1;
    }

    @Override
    public Paged<Client> list(
            Transaction transaction, OrgNumber organization, Reach reach, Listing listing, Page page) {
        var handle = transactions.handle(transaction);
        var number = organization.value();
        boolean all = listing == Listing.WITH_INACTIVE;
        var query = switch (reach) {
            case OWN -> handle.select(OWN, number, all, page.reach(), page.offset());
            case SUPPLIED -> handle.select(SUPPLIED, number, all, page.reach(), page.offset());
            case BOTH -> handle.select(OWN_OR_SUPPLIED, number, number, all, page.reach(), page.offset());
        };
        return Paged.of(query.map(ROW).list(), page);
    }

    @Override
    public KeySet keys(Transaction transaction, ClientId id) {
        var handle = transactions.handle(transaction);
        var keys = handle.select(KEYS, id.value()).map(KEY_ROW).list();
        return handle.select(KEY_SET, id.value())
                .map((row, context) -> new KeySet(
                        keys, Columns.optionalTime(row, "created"), Columns.optionalTime(row, "last_updated")))
                .findOne()
                .orElse(KeySet.EMPTY);
    }

    @Override
    public void replaceKeys(Transaction transaction, ClientId id, List<ClientKey> keys, Instant at) {
        transactions.changed(transaction, CHANGE, id.value());
        var handle = transactions.handle(transaction);
        handle.execute(SAVE_KEY_SET, id.value(), Columns.time(at), Columns.time(at));
        handle.execute(FORGET_KEYS, id.value());
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            handle.execute(
                    ADD_KEY,
                    id.value(),
                    i,
                    key.id().value(),
                    key.algorithm().name(),
                    key.publicKey().getEncoded(),
                    Columns.time(key.expires()),
                    key.certificate()
                            .map(chain -> Columns.byteStrings(chain.certificates()))
                            .orElse(null));
        }
    }

    private static RSAPublicKey publicKey(Bytes encoded) {
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded.toArray()));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException("a stored client key is not an RSA key", e);
        }
    }
}
