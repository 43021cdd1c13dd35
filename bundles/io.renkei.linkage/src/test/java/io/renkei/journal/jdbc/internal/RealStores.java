package io.renkei.journal.jdbc.internal;

import io.renkei.ports.delegation.DelegationStore;
import io.renkei.ports.linkage.HandoverStore;
import io.renkei.ports.linkage.LinkStore;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.people.Accounts;
import io.renkei.ports.people.SessionStore;
import java.nio.file.Path;

/** The stores on an H2 file, as they run in the gateway. */
public final class RealStores implements AutoCloseable {

    private final Journal journal;

    public RealStores(Path folder) {
        journal = Journal.open(new JournalSettings(
                "jdbc:h2:dsync:" + folder.resolve("database/journal"),
                "renkei",
                "file:" + folder.resolve("password"),
                16,
                5_000,
                folder.resolve("master.key"),
                0));
    }

    public Accounts accounts() {
        return journal.accounts();
    }

    public AccountJournal evidence() {
        return journal.accountJournal();
    }

    public SessionStore sessions() {
        return journal.sessions();
    }

    public LinkStore links() {
        return journal.links();
    }

    public HandoverStore handovers() {
        return journal.handovers();
    }

    public DelegationStore delegations() {
        return journal.delegations();
    }

    @Override
    public void close() {
        journal.close();
    }
}
