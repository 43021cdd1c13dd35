package io.renkei.journal.jdbc.internal;

import io.renkei.ports.content.ContentStore;
import io.renkei.ports.holdings.HoldingStore;
import java.nio.file.Path;

/** The journal on an H2 file, as it runs in the gateway. */
public final class RealJournal implements AutoCloseable {

    private final Journal journal;

    public RealJournal(Path folder) {
        journal = Journal.open(new JournalSettings(
                "jdbc:h2:dsync:" + folder.resolve("database/journal"),
                "renkei",
                "file:" + folder.resolve("password"),
                24,
                5_000,
                folder.resolve("master.key"),
                0));
    }

    public HoldingStore store() {
        return journal.holdings();
    }

    public ContentStore contents() {
        return journal.contents();
    }

    @Override
    public void close() {
        journal.close();
    }
}
