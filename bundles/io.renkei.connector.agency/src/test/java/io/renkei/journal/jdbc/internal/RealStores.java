package io.renkei.journal.jdbc.internal;

import io.renkei.ports.records.AccessRecordStore;
import io.renkei.ports.selfinfo.LinkageCodeStore;
import io.renkei.ports.selfinfo.QuestionStore;
import java.nio.file.Path;

/** The stores on an H2 file, as they run in the gateway. */
public final class RealStores implements AutoCloseable {

    private final Journal journal;

    public RealStores(Path folder) {
        JournalSettings settings = new JournalSettings(
                "jdbc:h2:dsync:" + folder.resolve("database/journal"),
                "renkei",
                "file:" + folder.resolve("password"),
                24,
                5_000,
                folder.resolve("master.key"),
                0);
        journal = Journal.open(settings);
    }

    public QuestionStore questions() {
        return journal.questions();
    }

    public AccessRecordStore records() {
        return journal.accessRecords();
    }

    public LinkageCodeStore linkageCodes() {
        return journal.linkageCodes();
    }

    @Override
    public void close() {
        journal.close();
    }
}
