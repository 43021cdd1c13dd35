package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeStore.Judgement;
import io.renkei.ports.notices.NoticeStore.Replaces;
import io.renkei.ports.notices.NoticeStore.Said;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.Outbox;
import io.renkei.ports.state.PlannedFiling;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The journal on an H2 file, as it runs in the gateway, with notices to write. */
public final class RealJournal implements AutoCloseable {

    private static final DestinationId ISSUER = new DestinationId("hello-work");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JournalSettings settings;
    private final Journal journal;
    private final DeliveryStore list;
    private final NoticeStore notices;

    public RealJournal(Path folder) {
        settings = new JournalSettings(
                "jdbc:h2:dsync:" + folder.resolve("database/journal"),
                "renkei",
                "file:" + folder.resolve("password"),
                24,
                5_000,
                folder.resolve("master.key"),
                0);
        journal = Journal.open(settings);
        list = journal.deliveries();
        notices = journal.notices();
    }

    public Outbox outbox() {
        return journal.outbox();
    }

    public DeliveryStore list() {
        return list;
    }

    public NoticeStore notices() {
        return notices;
    }

    public ContentStore contents() {
        return journal.contents();
    }

    public List<Delivery> deliveries(NoticeId id) {
        return notices.deliveries(id);
    }

    /** A matched notice in an inbox. */
    public NoticeId available(PartnerId addressee, String number, byte[] document, Instant at) throws IOException {
        return matched(filing(addressee), number, document, at, Said.NOTHING);
    }

    /** One that cannot be fetched any more from the end on. */
    public NoticeId ending(PartnerId addressee, Instant at, Instant end) throws IOException {
        Said said = new Said(Optional.empty(), false, Optional.empty(), Optional.of(new Window(at, end)));
        return matched(filing(addressee), UUID.randomUUID().toString(), document(), at, said);
    }

    /** One that its issuer took back at once. */
    public NoticeId withdrawn(PartnerId addressee, Instant at) throws IOException {
        FilingKey filing = filing(addressee);
        String number = UUID.randomUUID().toString();
        NoticeId id = matched(filing, number, document(), at, Said.NOTHING);
        Said said = new Said(Optional.empty(), false, Optional.of(new Replaces(number, true)), Optional.empty());
        matched(filing, UUID.randomUUID().toString(), document(), at, said);
        return id;
    }

    private static byte[] document() {
        return ("<DOC>" + UUID.randomUUID() + "</DOC>").getBytes(StandardCharsets.UTF_8);
    }

    private NoticeId matched(FilingKey filing, String number, byte[] document, Instant at, Said said)
            throws IOException {
        NoticeId id = notices.keep(ISSUER, "rest", "", staged(document), at).id();
        notices.judge(
                id,
                new Judgement(NoticeVerdict.MATCHED, number, Optional.of(filing), "通知", Optional.empty(), "")
                        .saying(said),
                at);
        return id;
    }

    private FilingKey filing(PartnerId sender) throws IOException {
        ArrivalNumber number = ArrivalNumber.draw(LocalDate.of(2026, 4, 1), RANDOM);
        FilingKey key = new FilingKey(number, 1);
        StagedContent content = staged("package".getBytes(StandardCharsets.UTF_8));
        journal.applications()
                .admit(new NewApplication(
                        number,
                        sender,
                        new SenderNumber(UUID.randomUUID().toString()),
                        Instant.EPOCH,
                        content.ref().digest(),
                        content,
                        "hire",
                        "portal",
                        new byte[] {1},
                        List.of(new PlannedFiling(key, new ProcedureId("12"), ISSUER, new byte[] {1}))));
        return key;
    }

    private StagedContent staged(byte[] bytes) throws IOException {
        return journal.contents().stage(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
    }

    /** As if the time had passed that each waits for. */
    public void allDueNow() throws SQLException {
        change("update notice_to_deliver set try_at = timestamp with time zone '1970-01-02 00:00:00+00'");
    }

    /** As a damaged disk does: no document of an inbox can be read any more. */
    public void damageDocuments(PartnerId addressee) throws SQLException {
        change("update content set body = null where id in (select content_id from notice where addressee = '"
                + addressee.value() + "')");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DataSources.plain(settings).getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
