package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.announcements.Announce;
import io.renkei.ports.announcements.Announcement;
import io.renkei.ports.announcements.AnnouncementId;
import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.announcements.PersonInbox;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.inboxes.AccountInboxes;
import io.renkei.ports.notices.MessageStore;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeOrigin;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeStore.Judgement;
import io.renkei.ports.notices.NoticeStore.Said;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.UnsealedMessage;
import io.renkei.ports.payments.PayEasyNumber;
import io.renkei.ports.payments.PaymentDetails;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.RequestPayment;
import io.renkei.ports.people.AccountJournal;
import io.renkei.ports.people.Accounts;
import io.renkei.ports.state.Admission;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.PlannedFiling;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The stores behind an inbox on an H2 file, as they run in the gateway, with things to put into it. */
public final class RealInbox implements AutoCloseable {

    public static final DestinationId AGENCY = new DestinationId("hello-work");

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A database that was migrated once, for all tests of this process to begin with. */
    private static Path migrated;

    private final JournalSettings settings;
    private final Journal journal;

    public RealInbox(Path folder) {
        copyMigrated(folder);
        settings = settings(folder);
        journal = Journal.open(settings);
    }

    private static synchronized void copyMigrated(Path folder) {
        try {
            if (migrated == null) {
                migrated = Path.of("target", "migrated-" + UUID.randomUUID()).toAbsolutePath();
                Files.createDirectories(migrated);
                Journal.open(settings(migrated)).close();
            }
            try (Stream<Path> files = Files.walk(migrated)) {
                for (Path file : files.toList()) {
                    Path copy = folder.resolve(migrated.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JournalSettings settings(Path folder) {
        return new JournalSettings(
                "jdbc:h2:dsync:" + folder.resolve("database/journal"),
                "renkei",
                "file:" + folder.resolve("password"),
                16,
                5_000,
                folder.resolve("master.key"),
                0);
    }

    public Accounts accounts() {
        return journal.accounts();
    }

    public AccountJournal evidence() {
        return journal.accountJournal();
    }

    public AccountInboxes inboxes() {
        return journal.accountInboxes();
    }

    public NoticeStore notices() {
        return journal.notices();
    }

    public MessageStore messages() {
        return journal.messages();
    }

    public AnnouncementStore announcements() {
        return journal.announcements();
    }

    public PaymentStore payments() {
        return journal.payments();
    }

    public ContentStore contents() {
        return journal.contents();
    }

    private StagedContent staged(byte[] bytes) {
        try {
            return journal.contents().stage(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of an application that this partner submitted. */
    public FilingKey filing(PartnerId sender, Instant at) {
        ArrivalNumber number = ArrivalNumber.draw(LocalDate.of(2026, 4, 1), RANDOM);
        FilingKey key = new FilingKey(number, 1);
        StagedContent content = staged(number.digits().getBytes(StandardCharsets.US_ASCII));
        Admission admission = journal.applications()
                .admit(new NewApplication(
                        number,
                        sender,
                        new SenderNumber(UUID.randomUUID().toString()),
                        at,
                        content.ref().digest(),
                        content,
                        "hire",
                        "portal",
                        new byte[] {1},
                        List.of(new PlannedFiling(key, new ProcedureId("12"), AGENCY, new byte[] {2}))));
        if (!(admission instanceof Admission.Admitted)) {
            throw new IllegalStateException("a fresh application is admitted");
        }
        return key;
    }

    /** A notice whose seal was good. */
    public NoticeId notice(FilingKey filing, String number, String title, byte[] document, Said said, Instant at) {
        NoticeId id =
                journal.notices().keep(AGENCY, "rest", "", staged(document), at).id();
        Judgement judgement = new Judgement(
                NoticeVerdict.MATCHED, number + " " + filing, Optional.of(filing), title, Optional.empty(), "");
        NoticeVerdict verdict =
                journal.notices().judge(id, judgement.saying(said), at).verdict();
        if (!verdict.isDelivered()) {
            throw new IllegalStateException("it lies in no inbox: " + verdict);
        }
        return id;
    }

    /** A message without a seal that concerns no filing. */
    public NoticeId message(PartnerId owner, String title, Instant at) {
        byte[] document = ("<message>" + UUID.randomUUID() + "</message>").getBytes(StandardCharsets.UTF_8);
        UnsealedMessage message = new UnsealedMessage(
                UUID.randomUUID().toString(),
                owner,
                title,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new NoticeOrigin("uketsuke.example:443", Sha256.of(new byte[] {3})));
        return journal.messages()
                .keep(new DestinationId("e-tax"), message, staged(document), Optional.empty(), at)
                .id();
    }

    public AnnouncementId announce(PersonInbox inbox, Announcement what, Instant at) {
        Announce.Taken taken = journal.announcements()
                .keep(
                        AGENCY,
                        new SenderNumber(UUID.randomUUID().toString()),
                        Sha256.of(new byte[] {4}),
                        what,
                        inbox.portal(),
                        staged((inbox.name() + "\n").getBytes(StandardCharsets.US_ASCII)),
                        1,
                        at);
        AnnouncementId id = ((Announce.Taken.Kept) taken).id();
        if (!journal.announcements().deliver(id, 0, List.of(inbox.name()), at)) {
            throw new IllegalStateException("nobody else delivers");
        }
        return id;
    }

    public PaymentId payment(FilingKey filing, LocalDate due, Instant lapses, Instant at) {
        PaymentDetails details = new PaymentDetails(
                "登録手数料 <b>山田</b>",
                "Registration fee",
                12_300,
                new PayEasyNumber("00100", "1234567890123456", "654321", ""),
                "https://pay.example/9?x=1&y=2");
        RequestPayment.Taken taken = journal.payments()
                .keep(
                        AGENCY,
                        new SenderNumber(UUID.randomUUID().toString()),
                        new PaymentRequest(filing, due, details),
                        lapses,
                        at);
        return ((RequestPayment.Taken.Kept) taken).payment().id();
    }

    /** As when a part of its document were lost: the chunks from this one on. */
    public void lose(NoticeId notice, int from) throws SQLException {
        try (Connection connection = DataSources.plain(settings).getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from content_chunk where idx >= " + from
                    + " and content_id = (select content_id from notice where id = '" + notice + "')");
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
