package io.renkei.connector.sftp.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.NoticeFolder.Left;
import io.renkei.api.spi.NoticeFolder.Receipt;
import io.renkei.api.spi.NoticeFolder.Visit;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over real connections to a real server. */
@Timeout(60)
class SftpFolderTest {

    private static final byte[] DOCUMENT = "<公文書/>".getBytes(StandardCharsets.UTF_8);
    private static final Receipt TAKEN = new Receipt("5f0c1f0e-0000-4000-8000-000000000001", Optional.empty());
    private static final Receipt REFUSED =
            new Receipt("5f0c1f0e-0000-4000-8000-000000000002", Optional.of("NOTICES-003"));

    @TempDir
    Path home;

    private final KeyPair key = TestKeys.make();
    private final AtomicLong nanos = new AtomicLong();
    private final List<SftpFolder> folders = new ArrayList<>();
    private TestServer server;
    private Path keyFile;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started(home.resolve("server"), key.getPublic());
        keyFile = TestKeys.write(home.resolve("key.pem"), key);
    }

    @AfterEach
    void stop() throws IOException {
        folders.forEach(SftpFolder::close);
        server.close();
    }

    private SftpFolder folder(Map<String, ?> changed) {
        Map<String, Object> keys = TestConfig.of(server.port(), server.fingerprint(), keyFile);
        keys.putAll(changed);
        SftpFolder folder = new SftpFolder(SftpSettings.of(TestConfig.config(keys)), nanos::get);
        folders.add(folder);
        return folder;
    }

    private SftpFolder folder() {
        return folder(Map.of());
    }

    private static List<String> names(List<Left> left) {
        return left.stream().map(Left::name).toList();
    }

    private static List<String> list(SftpFolder folder) throws Exception {
        try (Visit visit = folder.visit()) {
            return names(visit.left());
        }
    }

    /** The second look counts. */
    private static Visit secondVisit(SftpFolder folder) throws Exception {
        list(folder);
        return folder.visit();
    }

    private static void settle(SftpFolder folder, Receipt receipt) throws Exception {
        try (Visit visit = secondVisit(folder)) {
            for (Left document : visit.left()) {
                visit.acknowledge(document, receipt);
            }
        }
    }

    @Test
    void aFileIsTakenWhenTwoLooksFarEnoughApartFoundItTheSame() throws Exception {
        SftpFolder folder = folder(Map.of("settle.millis", 30_000));
        server.leave("decision.xml", "<公文".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), list(folder));
        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        assertEquals(List.of(), list(folder), "too soon");
        server.leave("decision.xml", DOCUMENT);
        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        assertEquals(List.of(), list(folder), "it grew");
        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        assertEquals(List.of(), list(folder), "the time begins anew");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertEquals(List.of("decision.xml"), list(folder));
    }

    @Test
    void aFileWithAnotherTimeAndTheSameSizeIsWaitedForAnew() throws Exception {
        SftpFolder folder = folder();
        server.leave("decision.xml", DOCUMENT);
        list(folder);
        Files.setLastModifiedTime(
                server.folder().resolve("decision.xml"), FileTime.from(Instant.parse("2026-11-28T00:00:00Z")));
        assertEquals(List.of(), list(folder));
        assertEquals(List.of("decision.xml"), list(folder));
    }

    @Test
    void withMarkersAFileWaitsForItsMarkerAndTakesItAlong() throws Exception {
        SftpFolder folder = folder(Map.of("marker.suffix", ".done"));
        server.leave("decision.xml", DOCUMENT);
        list(folder);
        assertEquals(List.of(), list(folder));
        server.leave("decision.xml.done", new byte[0]);
        try (Visit visit = folder.visit()) {
            List<Left> left = visit.left();
            assertEquals(List.of("decision.xml"), names(left));
            visit.acknowledge(left.get(0), TAKEN);
        }
        assertEquals(Set.of(), server.names(""));
    }

    /** It would vouch for the next file of its name while that is still written. */
    @Test
    void aMarkerWithoutAFileGoes() throws Exception {
        SftpFolder folder = folder(Map.of("marker.suffix", ".done"));
        server.leave("decision.xml.done", new byte[0]);
        list(folder);
        assertEquals(Set.of("decision.xml.done"), server.names(""), "its file may have been listed too early");
        list(folder);
        assertEquals(Set.of(), server.names(""));
    }

    @Test
    void aTakenFileLiesInDoneWithAReceiptInBothLanguages() throws Exception {
        server.leave("decision.xml", DOCUMENT);
        settle(folder(), TAKEN);
        assertEquals(Set.of("decision.xml"), server.names("done"));
        String receipt = server.text("receipts/decision.xml.receipt");
        assertTrue(receipt.contains("受付ID: " + TAKEN.notice()), receipt);
        assertTrue(receipt.contains("Notice: " + TAKEN.notice()), receipt);
    }

    @Test
    void aRefusedFileLiesInRefusedWithTheReasonInBothLanguages() throws Exception {
        server.leave("forged.xml", DOCUMENT);
        settle(folder(), REFUSED);
        assertEquals(Set.of("forged.xml", "forged.xml.reason"), server.names("refused"));
        String reason = server.text("refused/forged.xml.reason");
        assertTrue(reason.contains(SftpCode.NOT_DELIVERED.sentenceJa()), reason);
        assertTrue(reason.contains(SftpCode.NOT_DELIVERED.sentence()), reason);
        assertTrue(reason.contains("NOTICES-003"), reason);
        assertEquals(Set.of(), server.names("receipts"));
    }

    @Test
    void aNameThatComesAgainOverwritesNothing() throws Exception {
        SftpFolder folder = folder();
        server.leave("decision.xml", DOCUMENT);
        settle(folder, TAKEN);
        server.leave("decision.xml", new byte[] {1});
        settle(folder, TAKEN);
        assertEquals(Set.of("decision.xml", "decision.xml.2"), server.names("done"));
        assertArrayEquals(DOCUMENT, Files.readAllBytes(server.folder().resolve("done/decision.xml")));
        assertEquals(Set.of("decision.xml.receipt", "decision.xml.2.receipt"), server.names("receipts"));
    }

    @Test
    void whatCouldNotBeMovedComesAgainAndIsMovedThen() throws Exception {
        SftpFolder folder = folder();
        server.leave("decision.xml", DOCUMENT);
        server.movesNothing(true);
        try (Visit visit = secondVisit(folder)) {
            Left document = visit.left().get(0);
            TransientFailure failure = assertThrows(TransientFailure.class, () -> visit.acknowledge(document, TAKEN));
            assertEquals("SFTP-005", failure.getMessage());
        }
        server.movesNothing(false);
        settle(folder, TAKEN);
        assertEquals(Set.of("decision.xml"), server.names("done"));
        assertEquals(Set.of("decision.xml.receipt"), server.names("receipts"), "the word of the first try is the same");
    }

    @Test
    void aFileThatAnotherNodeMovedMeanwhileIsSettled() throws Exception {
        server.leave("decision.xml", DOCUMENT);
        try (Visit visit = secondVisit(folder())) {
            Left document = visit.left().get(0);
            settle(folder(), TAKEN);
            visit.acknowledge(document, TAKEN);
        }
        assertEquals(Set.of("decision.xml"), server.names("done"));
    }

    @Test
    void aFileThatTookThePlaceOfTheOneThatWasReadStays() throws Exception {
        SftpFolder folder = folder();
        server.leave("decision.xml", DOCUMENT);
        try (Visit visit = secondVisit(folder)) {
            Left document = visit.left().get(0);
            server.leave("decision.xml", new byte[] {1});
            visit.acknowledge(document, TAKEN);
        }
        assertTrue(server.waits("decision.xml"));
        assertEquals(Set.of(), server.names("done"));
    }

    @Test
    void aServerWithAnotherHostKeyIsNotLoggedInToAndHealthSaysWhatToDo() throws Exception {
        server.leave("decision.xml", DOCUMENT);
        SftpFolder folder =
                folder(Map.of("host.keys", HostKeys.fingerprint(TestKeys.make().getPublic())));
        assertEquals(
                "SFTP-002", assertThrows(PermanentFailure.class, folder::visit).getMessage());
        assertEquals(0, server.logins());
        String told = folder.troubles().get(0).sentences().get(0);
        assertTrue(told.startsWith("SFTP-002: ") && told.contains("over another way"), told);
        assertTrue(server.waits("decision.xml"));
        assertEquals("SFTP-001", folder.probe().code());
    }

    @Test
    void oneOfSeveralHostKeysIsEnough() throws Exception {
        String other = HostKeys.fingerprint(TestKeys.make().getPublic());
        assertEquals(List.of(), list(folder(Map.of("host.keys", other + ", " + server.fingerprint()))));
    }

    @Test
    void aKeyThatTheServerDoesNotKnowIsToldAndTheTroubleEndsWithTheFirstGoodVisit() throws Exception {
        Path other = TestKeys.write(home.resolve("other.pem"), TestKeys.make());
        SftpFolder stranger = folder(Map.of("key.file", other.toString()));
        assertEquals(
                "SFTP-003",
                assertThrows(PermanentFailure.class, stranger::visit).getMessage());
        assertEquals(1, stranger.troubles().size());
        Path folder = Files.move(server.folder(), home.resolve("away"));
        SftpFolder ours = folder();
        assertEquals(
                "SFTP-004", assertThrows(PermanentFailure.class, ours::visit).getMessage());
        assertEquals(1, ours.troubles().size());
        Files.move(folder, server.folder());
        list(ours);
        assertEquals(List.of(), ours.troubles());
    }

    @Test
    void aHostThatIsNotKnownIsATransientFailure() {
        SftpFolder folder = folder(Map.of("host", "no-such-host.invalid"));
        assertEquals(
                "SFTP-001", assertThrows(TransientFailure.class, folder::visit).getMessage());
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread() throws Exception {
        SftpFolder folder = folder(Map.of("file.max.bytes", 8));
        server.leave("large.xml", new byte[9]);
        server.leave("small.xml", new byte[8]);
        list(folder);
        assertEquals(List.of("small.xml"), list(folder));
        assertEquals(Set.of("large.xml", "large.xml.reason"), server.names("refused"));
        assertTrue(server.text("refused/large.xml.reason").contains("SFTP-010"));
    }

    @Test
    void oneThatIsTooLargeAndCannotBeMovedHoldsUpNoOther() throws Exception {
        SftpFolder folder = folder(Map.of("file.max.bytes", 8));
        server.leave("large.xml", new byte[9]);
        server.leave("small.xml", new byte[8]);
        server.movesNothing(true);
        list(folder);
        assertEquals(List.of("small.xml"), list(folder));
        assertTrue(server.waits("large.xml"));
    }

    @Test
    void aVisitTakesABoundedNumberTheOldestFirst() throws Exception {
        SftpFolder folder = folder(Map.of("files.max", 2));
        Instant time = Instant.parse("2026-11-28T00:00:00Z");
        for (String name : List.of("c.xml", "a.xml", "b.xml")) {
            server.leave(name, DOCUMENT);
            Files.setLastModifiedTime(server.folder().resolve(name), FileTime.from(time));
            time = time.plusSeconds(1);
        }
        list(folder);
        assertEquals(List.of("c.xml", "a.xml"), list(folder));
    }

    @Test
    void noMoreEntriesAreReadThanAllowed() throws Exception {
        for (int i = 0; i < 300; i++) {
            server.leave("decision-" + i + ".xml", DOCUMENT);
        }
        // Besides the files there are done, receipts, refused, . and ..
        SftpFolder folder = folder(Map.of("list.max", 50, "files.max", 1_000));
        list(folder);
        int taken = list(folder).size();
        assertTrue(taken >= 45 && taken <= 50, () -> taken + " of 300");
    }

    @Test
    void namesThatLeadOutOfTheFolderAreNotTaken() throws Exception {
        Path outside = Files.write(server.folder().resolveSibling("secret.xml"), DOCUMENT);
        for (String name : List.of("one.xml", "two.xml", "three.xml", "four.xml", "good.xml")) {
            server.leave(name, DOCUMENT);
        }
        Map<String, String> lies = new HashMap<>();
        lies.put("one.xml", "../secret.xml");
        lies.put("two.xml", "/secret.xml");
        lies.put("three.xml", "..\\secret.xml");
        lies.put("four.xml", "line\nbreak.xml");
        server.tells(name -> lies.getOrDefault(name, name));
        SftpFolder folder = folder();
        settle(folder, TAKEN);
        assertEquals(Set.of("good.xml"), server.names("done"));
        assertTrue(Files.exists(outside));
    }

    @Test
    void foldersLinksAndHiddenFilesAreLeftAlone() throws Exception {
        Path outside = Files.write(server.folder().resolveSibling("secret.xml"), DOCUMENT);
        Files.createSymbolicLink(server.folder().resolve("link.xml"), outside);
        Files.createDirectory(server.folder().resolve("folder.xml"));
        server.leave(".decision.xml.part", DOCUMENT);
        SftpFolder folder = folder();
        list(folder);
        assertEquals(List.of(), list(folder));
    }

    @Test
    void aFileThatGrewSinceItWasListedIsNoDocument() throws Exception {
        server.leave("decision.xml", DOCUMENT);
        try (Visit visit = secondVisit(folder())) {
            Left document = visit.left().get(0);
            server.leave("decision.xml", new byte[DOCUMENT.length + 1]);
            try (InputStream in = visit.read(document)) {
                assertThrows(IOException.class, in::readAllBytes);
            }
        }
    }

    @Test
    void aFileThatIsCutSinceItWasListedIsNoDocument() throws Exception {
        server.leave("decision.xml", DOCUMENT);
        try (Visit visit = secondVisit(folder())) {
            Left document = visit.left().get(0);
            server.leave("decision.xml", new byte[1]);
            try (InputStream in = visit.read(document)) {
                assertThrows(IOException.class, in::readAllBytes);
            }
        }
    }

    @Test
    void aLargeFileComesWholeWhileItIsRead() throws Exception {
        byte[] large = new byte[5_000_000];
        new Random(7).nextBytes(large);
        server.leave("large.pdf", large);
        try (Visit visit = secondVisit(folder());
                InputStream in = visit.read(visit.left().get(0))) {
            assertArrayEquals(large, in.readAllBytes());
        }
    }

    @Test
    void aNameThatBeginsWithAFilingsNumberSaysWhichFiling() throws Exception {
        FilingKey filing = new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 11, 28), new Random(1)), 1);
        server.leave(filing + "_納税証明.pdf", DOCUMENT);
        try (Visit visit = secondVisit(folder())) {
            assertEquals(Optional.of(filing), visit.left().get(0).filing());
        }
    }

    @Test
    void aFolderThatGoesCutsItsVisit() throws Exception {
        SftpFolder folder = folder();
        server.leave("decision.xml", DOCUMENT);
        Visit visit = secondVisit(folder);
        folder.close();
        assertThrows(TransientFailure.class, visit::left);
        assertThrows(TransientFailure.class, folder::visit);
        assertTrue(server.waits("decision.xml"));
    }
}
