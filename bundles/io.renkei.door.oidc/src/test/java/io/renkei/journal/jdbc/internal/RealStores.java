package io.renkei.journal.jdbc.internal;

import io.renkei.ports.artefacts.Artefacts;
import io.renkei.ports.artefacts.LogoutWords;
import io.renkei.ports.artefacts.ProviderKeys;
import io.renkei.ports.artefacts.SiteGrants;
import io.renkei.ports.interaction.Interactions;
import java.nio.file.Path;

/** The stores of the provider on an H2 file, as they run in the gateway. */
public final class RealStores implements AutoCloseable {

    private final Journal journal;

    public RealStores(Path folder) {
        journal = Journal.open(new JournalSettings(
                "jdbc:h2:dsync:" + folder.resolve("database/journal"),
                "renkei",
                "file:" + folder.resolve("password"),
                24,
                5_000,
                folder.resolve("master.key"),
                0));
    }

    public Artefacts artefacts() {
        return journal.artefacts();
    }

    public SiteGrants grants() {
        return journal.grants();
    }

    public ProviderKeys keys() {
        return journal.providerKeys();
    }

    public LogoutWords words() {
        return journal.logoutWords();
    }

    public Interactions interactions() {
        return journal.interactions();
    }

    @Override
    public void close() {
        journal.close();
    }
}
