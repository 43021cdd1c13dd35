package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.Sha256;
import io.renkei.api.spi.TokenVault.Fresh;
import io.renkei.journal.jdbc.HashChain;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.content.ContentTooLarge;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.NoticeStore.Judgement;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.NewApplication;
import io.renkei.ports.state.PlannedFiling;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the content store promises, whichever database is behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class ContentContract {

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    Journal journal;
    JournalSettings settings;
    /** Everything that the database writes stands below it. */
    Path files;

    /** What stands below it and is another's. */
    Set<Path> others = Set.of();

    /** Brings what the database holds in memory to its files. */
    abstract void writeOut() throws SQLException;

    @Test
    void givesBackBodiesOfEverySizeAroundItsBounds() throws IOException {
        for (int size : new int[] {
            0, 1, 256 * KIB - 1, 256 * KIB, 256 * KIB + 1, MIB - 28, MIB - 1, MIB, MIB + 1, 2 * MIB, 3 * MIB + 7
        }) {
            byte[] body = random(size);

            ContentRef ref = Samples.store(journal.contents(), body);

            assertEquals(size, ref.size());
            assertEquals(Sha256.of(body), ref.digest());
            assertArrayEquals(body, read(ref.id()), () -> size + " bytes");
        }
    }

    @Test
    void refusesWhatIsLargerThanTheLimitAndKeepsNothingOfIt() throws Exception {
        CaseKeyId caseKey = journal.contents().newCaseKey();
        for (int size : new int[] {1, 256 * KIB, 2 * MIB}) {
            byte[] body = random(size);
            assertThrows(
                    ContentTooLarge.class,
                    () -> journal.contents().store(caseKey, new ByteArrayInputStream(body), size - 1));
            assertEquals(
                    size,
                    journal.contents()
                            .store(caseKey, new ByteArrayInputStream(body), size)
                            .size());
        }
        assertEquals(3, TestDatabase.count(settings, "content where case_key = '" + caseKey.id() + "'"));
    }

    @Test
    void keepsNothingOfABodyWhoseSenderBrokeOff() throws Exception {
        CaseKeyId caseKey = journal.contents().newCaseKey();
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(random(2 * MIB)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the sender broke off");
            }
        });

        assertThrows(IOException.class, () -> journal.contents().store(caseKey, broken, Long.MAX_VALUE));

        assertEquals(0, TestDatabase.count(settings, "content where case_key = '" + caseKey.id() + "'"));
    }

    @Test
    void handsOnNoByteOfAChunkThatWasMovedOrDropped() throws Exception {
        ContentRef moved = Samples.store(journal.contents(), random(3 * MIB));
        ContentRef dropped = Samples.store(journal.contents(), random(3 * MIB));
        String of = " where content_id = '" + moved.id() + "' and idx = ";
        TestDatabase.tamper(
                settings, "update content_chunk set sealed = (select sealed from content_chunk" + of + "2)" + of + "1");
        TestDatabase.tamper(
                settings, "delete from content_chunk where idx = 2 and content_id = '" + dropped.id() + "'");

        assertEquals(MIB, readable(moved.id()));
        assertEquals(2 * MIB, readable(dropped.id()));
    }

    @Test
    void erasesACaseWithItsKeyAndLeavesOthersReadable() throws IOException {
        CaseKeyId caseKey = journal.contents().newCaseKey();
        byte[] body = random(2 * MIB);
        UUID erased = journal.contents()
                .store(caseKey, new ByteArrayInputStream(body), Long.MAX_VALUE)
                .id();
        UUID other = Samples.store(journal.contents(), body).id();

        journal.contents().destroyCaseKey(caseKey);
        journal.contents().destroyCaseKey(caseKey);

        assertThrows(IOException.class, () -> read(erased));
        assertThrows(
                IOException.class,
                () -> journal.contents().store(caseKey, new ByteArrayInputStream(body), Long.MAX_VALUE));
        assertArrayEquals(body, read(other));
    }

    @Test
    void discardsABodyThatNothingRefersToAndNoOther() throws Exception {
        ContentRef orphan = Samples.store(journal.contents(), random(2 * MIB));
        StagedContent taken = Samples.stage(journal.contents(), random(2 * MIB));
        journal.applications().admit(application(taken));

        journal.contents().discard(orphan.id());
        journal.contents().discard(orphan.id());
        journal.contents().discard(taken.ref().id());

        assertThrows(IOException.class, () -> read(orphan.id()));
        assertEquals(0, TestDatabase.count(settings, "content_chunk where content_id = '" + orphan.id() + "'"));
        assertEquals(2 * MIB, read(taken.ref().id()).length);
    }

    @Test
    void sweepsOnlyOldBodiesThatNothingRefersTo() throws Exception {
        ContentRef orphan = Samples.store(journal.contents(), random(2 * MIB));
        ContentRef young = Samples.store(journal.contents(), random(10));
        StagedContent taken = Samples.stage(journal.contents(), random(2 * MIB));
        NewApplication application = application(taken);
        journal.applications().admit(application);
        ContentRef used = taken.ref();
        for (ContentRef ref : List.of(orphan, used)) {
            TestDatabase.tamper(
                    settings,
                    "update content_pending set stored_at = stored_at - interval '25' hour where content_id = '"
                            + ref.id() + "'");
        }

        assertEquals(1, journal.contents().sweepOrphans(100));

        assertThrows(IOException.class, () -> read(orphan.id()));
        assertEquals(10, read(young.id()).length);
        assertEquals(2 * MIB, read(used.id()).length);
    }

    @Test
    void writesNothingOfASmallStagedBodyBeforeItsApplication() throws Exception {
        byte[] body = random(256 * KIB);
        long keys = TestDatabase.count(settings, "case_key");
        long bodies = TestDatabase.count(settings, "content");

        StagedContent staged = Samples.stage(journal.contents(), body);

        assertEquals(keys, TestDatabase.count(settings, "case_key"));
        assertEquals(bodies, TestDatabase.count(settings, "content"));
        assertEquals(Sha256.of(body), staged.ref().digest());
        journal.applications().admit(application(staged));
        assertArrayEquals(body, read(staged.ref().id()));
        assertThrows(ContentTooLarge.class, () -> journal.contents().stage(new ByteArrayInputStream(body), 100));
    }

    @Test
    void admitsNothingWhosePackageWasSweptOrServesAnotherApplication() throws Exception {
        StagedContent swept = Samples.stage(journal.contents(), random(2 * MIB));
        TestDatabase.tamper(
                settings,
                "update content_pending set stored_at = stored_at - interval '25' hour where content_id = '"
                        + swept.ref().id() + "'");
        assertEquals(1, journal.contents().sweepOrphans(100));
        StagedContent taken = Samples.stage(journal.contents(), random(2 * MIB));
        journal.applications().admit(application(taken));

        for (StagedContent staged : List.of(swept, taken)) {
            NewApplication application = application(staged);
            assertThrows(
                    IllegalStateException.class, () -> journal.applications().admit(application));
            assertTrue(journal.applications().find(application.number()).isEmpty());
        }
    }

    @Test
    void parksAFilingWhoseCaseWasErasedAndBeginsNoAttempt() throws Exception {
        FilingView ready = Samples.ready(journal);
        String number = ready.key().application().digits();
        UUID caseKey = TestDatabase.id(
                settings,
                "select c.case_key from content c join application a on a.content_id = c.id where a.arrival_number = '"
                        + number + "'");
        assertArrayEquals(
                Samples.body(ready.key()),
                journal.filings().matter(ready.key()).orElseThrow().body());

        journal.contents().destroyCaseKey(new CaseKeyId(caseKey));

        assertEquals(0, TestDatabase.count(settings, "filing_body where arrival_number = '" + number + "'"));
        assertThrows(IOException.class, () -> journal.filings().matter(ready.key()));
        assertTrue(journal.filings()
                .begin(ready.key(), "node", Duration.ofMinutes(1))
                .isEmpty());
        FilingView now = journal.filings().find(ready.key()).orElseThrow();
        assertEquals(FilingState.PARKED, now.state());
        assertEquals(Optional.of("JOURNAL-024"), now.cause());
        assertEquals(
                Optional.empty(),
                HashChain.verify(journal.applications().timeLine(ready.key().application())));
    }

    @Test
    void opensNoBodyThatWasMovedFromAnotherFiling() throws Exception {
        NewApplication application = Samples.application(
                Samples.number(), Samples.PARTNER, Samples.senderNumber(), Samples.stage(journal.contents()), 2);
        journal.applications().admit(application);
        String of = " where arrival_number = '" + application.number().digits() + "' and seq = ";
        TestDatabase.tamper(
                settings, "update filing_body set sealed = (select sealed from filing_body" + of + "1)" + of + "2");

        journal.filings().matter(application.filings().get(0).key());
        assertThrows(
                IOException.class,
                () -> journal.filings().matter(application.filings().get(1).key()));
    }

    @Test
    void keepsTheLargestFilingBody() throws Exception {
        FilingKey key = new FilingKey(Samples.number(), 1);
        byte[] body = random(PlannedFiling.MAX_BODY);
        journal.applications().admit(application(key, body));

        assertArrayEquals(body, journal.filings().matter(key).orElseThrow().body());
    }

    @Test
    void leavesNoPersonalDataReadableInAnyFileOfTheDatabase() throws Exception {
        String name = "山田　龍太郎𠮷";
        String individualNumber = "123456789018";
        String marker = "seen-in-the-files-" + UUID.randomUUID();
        String text = name + "," + individualNumber + "\n";
        CaseKeyId caseKey = journal.contents().newCaseKey();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            // One body of one row, one of several chunks.
            for (int times : new int[] {1, 30_000}) {
                byte[] body = text.repeat(times).getBytes(charset);
                journal.contents().store(caseKey, new ByteArrayInputStream(body), Long.MAX_VALUE);
            }
        }
        journal.applications()
                .admit(application(new FilingKey(Samples.number(), 1), text.getBytes(StandardCharsets.UTF_8)));
        journal.applications()
                .admit(application(Samples.stage(journal.contents(), text.getBytes(StandardCharsets.UTF_8))));
        FilingView filing = Samples.ready(journal);
        ReceiveNotice.Taken notice = journal.notices()
                .keep(
                        Samples.HELLO_WORK,
                        "poll",
                        "",
                        Samples.stage(journal.contents(), text.getBytes(StandardCharsets.UTF_8)),
                        Samples.ARRIVED);
        Judgement matched =
                new Judgement(NoticeVerdict.MATCHED, "厚労第1号", Optional.of(filing.key()), text, Optional.empty(), "");
        assertEquals(
                text,
                journal.notices().judge(notice.id(), matched, Samples.ARRIVED).title());
        journal.tokens().put(Samples.PARTNER, Samples.HELLO_WORK, new Fresh(text, Samples.ARRIVED, text));
        TestDatabase.tamper(
                settings,
                "insert into outbox (kind, pointer, destination) values ('FILING_READY', '', '" + marker + "')");
        writeOut();

        Map<String, String> wanted = new HashMap<>();
        wanted.put(latin(marker.getBytes(StandardCharsets.UTF_8)), marker);
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String secret : List.of(name, individualNumber)) {
                wanted.put(latin(secret.getBytes(charset)), "a " + charset + " form");
            }
        }
        assertEquals(Set.of(marker), found(wanted), "the search sees what is not encrypted, and nothing else");
    }

    private static NewApplication application(StagedContent content) {
        return Samples.application(Samples.number(), Samples.PARTNER, Samples.senderNumber(), content, 1);
    }

    private NewApplication application(FilingKey key, byte[] body) {
        StagedContent content = Samples.stage(journal.contents());
        return new NewApplication(
                key.application(),
                Samples.PARTNER,
                Samples.senderNumber(),
                Samples.ARRIVED,
                content.ref().digest(),
                content,
                "hire",
                "portal",
                new byte[] {1},
                List.of(new PlannedFiling(key, new ProcedureId("12"), Samples.HELLO_WORK, body)));
    }

    /** What stands in any file, of what is wanted by its bytes. */
    private Set<String> found(Map<String, String> wanted) throws IOException {
        Set<String> found = new HashSet<>();
        try (Stream<Path> all = Files.walk(files)) {
            for (Path file :
                    all.filter(Files::isRegularFile).filter(this::isOurs).toList()) {
                String text = text(file);
                wanted.forEach((bytes, what) -> {
                    if (text.contains(bytes)) {
                        found.add(what);
                    }
                });
            }
        }
        return found;
    }

    private boolean isOurs(Path file) {
        return others.stream().noneMatch(file::startsWith);
    }

    /** Each byte as one character. */
    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String text(Path file) throws IOException {
        try {
            return latin(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            // The server replaces files of its own, such as pg_internal.init, while they are looked at.
            return "";
        }
    }

    private byte[] read(UUID id) throws IOException {
        try (InputStream body = journal.contents().open(id)) {
            return body.readAllBytes();
        }
    }

    /** How many bytes are handed on before the reading fails, which it must. */
    private long readable(UUID id) throws IOException {
        long count = 0;
        try (InputStream body = journal.contents().open(id)) {
            byte[] buffer = new byte[8 * KIB];
            while (true) {
                int length;
                try {
                    length = body.read(buffer);
                } catch (IOException e) {
                    assertTrue(e.getMessage().startsWith("JOURNAL-023"), e::getMessage);
                    return count;
                }
                assertTrue(length > 0, "a broken body has no end");
                count += length;
            }
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Arrays.copyOf(bytes, size);
    }
}
