package no.klarert.store.contract;

import java.util.List;
import java.util.function.Supplier;
import no.klarert.issuer.TokenLog;
import no.klarert.storage.Transactions;

/** The contract of {@link TokenLog}. */
public abstract class TokenLogContract extends LogContract<TokenLog.Entry> {
    protected TokenLogContract(Transactions transactions, TokenLog log, Supplier<List<TokenLog.Entry>> recorded) {
        super(transactions, log::record, recorded);
    }

    @Override
    protected List<TokenLog.Entry> entries() {
        return List.of(
                entry("skatteetaten:kravogbetalinger", "8b3c9c0e-5a1f-4b55-9d5e-0a4f8a1c7e21", "issued"),
                entry("a:b c:d", "", "invalid_scope MP-200"));
    }

    private static TokenLog.Entry entry(String scopes, String systemUser, String outcome) {
        return new TokenLog.Entry(
                Samples.NOW,
                "4bf92f3577b34da6",
                "0f4d0f3c",
                Samples.organization(1).value(),
                scopes,
                systemUser,
                outcome);
    }
}
