package io.renkei.itests;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** A ministry leaves its documents on its own SFTP server, which is configured while the gateway runs. */
public class SftpITest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String PDF = ".pdf";

    /** A file in a package may have 20 MiB, and all of them 50. */
    private static final int PARTS = 3;

    private static final int PART_BYTES = 16 << 20;

    private static Instance instance;
    private static TaxOffice office;
    private static MinistrySftp server;
    private static Path setting;
    private static Path keyFile;
    private static String filing;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
        office = TaxOffice.afterItsDecision(instance);
        filing = office.filing();
        keyFile = instance.pki().resolve("sftp-e-tax.pem");
        server = new MinistrySftp(
                Files.createTempDirectory(Files.createDirectories(Path.of("target")), "ministry-sftp")
                        .toAbsolutePath(),
                keyFile);
        setting = instance.etc("io.renkei.connector.sftp-etax.cfg");
    }

    @AfterClass
    public static void end() throws Exception {
        if (server != null) {
            Files.deleteIfExists(setting);
            server.close();
        }
    }

    @Before
    public void configure() throws Exception {
        configure(server.fingerprint());
    }

    private static void configure(String hostKey) throws IOException {
        Files.writeString(
                setting,
                String.join(
                        "\n",
                        "destination = e-tax",
                        "host = 127.0.0.1",
                        "port = " + server.port(),
                        "host.keys = " + hostKey,
                        "user = " + MinistrySftp.USER,
                        "key.file = " + keyFile,
                        "folder = out",
                        "settle.millis = 300",
                        "poll.pause.millis = 300",
                        "connect.timeout.millis = 1000",
                        "response.timeout.millis = 5000",
                        ""));
    }

    private static void awaitDocument(String title, byte[] document) throws Exception {
        assertArrayEquals(document, office.awaitDocument(title).raw().body());
    }

    private static void awaitFile(String name) throws Exception {
        Await.until(LONGEST, () -> Files.exists(server.file(name)), there -> there);
    }

    @Test
    public void aDocumentThatIsLeftLiesInTheInboxByteForByteAndItsFileInDoneWithAReceipt() throws Exception {
        String title = TaxOffice.title();
        byte[] document = office.pdf(title);
        String name = filing + "-left" + PDF;
        server.leave(name, document);

        awaitDocument(title, document);
        awaitFile("done/" + name);
        assertFalse(Files.exists(server.file(name)));
        assertTrue(
                Files.readString(server.file("receipts/" + name + ".receipt")).contains("受付ID: "));

        String again = filing + "-again" + PDF;
        server.leave(again, document);
        awaitFile("done/" + again);
        assertEquals(
                "the same document makes no second notice",
                1,
                office.inbox(title).size());
    }

    @Test
    public void aPackageOfNearly50MegabytesIsTakenWhole() throws Exception {
        String title = TaxOffice.title();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 1; i <= PARTS; i++) {
            byte[] scan = new byte[PART_BYTES];
            new Random(i).nextBytes(scan);
            files.put("別添" + i + ".tif", scan);
        }
        files.put("お知らせ.pdf", office.pdf(title));
        byte[] whole = TaxOffice.zip(files);
        String name = filing + "-package.zip";
        server.leave(name, whole);
        awaitDocument(title, whole);
        awaitFile("done/" + name);
    }

    @Test
    public void aChangedDocumentIsQuarantinedAndItsFileLiesInRefusedWithTheReason() throws Exception {
        byte[] document = office.pdf(TaxOffice.title());
        byte[] longer = Arrays.copyOf(document, document.length + 1);
        String name = filing + "-forged" + PDF;
        server.leave(name, longer);

        awaitFile("refused/" + name);
        String reason = Files.readString(server.file("refused/" + name + ".reason"));
        assertTrue(reason, reason.contains("NOTICES-003") && reason.contains("隔離") && reason.contains("quarantine"));
        String notice = reason.lines()
                .filter(line -> line.startsWith("Notice: "))
                .findFirst()
                .orElseThrow()
                .substring("Notice: ".length());
        assertTrue(instance.shell("renkei:notice-list --verdict FORGED")
                .good()
                .output()
                .contains(notice));
    }

    @Test
    public void aServerWithAnotherHostKeyIsCriticalAndNothingIsTakenFromIt() throws Exception {
        configure(MinistrySftp.someFingerprint());
        Await.until(
                LONGEST,
                () -> instance.shell("renkei:health --json").output(),
                health -> health.contains("\"critical\"") && health.contains("SFTP-002"));
        int logins = server.logins();
        String title = TaxOffice.title();
        byte[] document = office.pdf(title);
        String name = filing + "-strange" + PDF;
        server.leave(name, document);
        String health = instance.shell("renkei:health").output();
        assertTrue(health, health.contains("Ask the ministry over another way"));
        assertEquals("nobody logged in", logins, server.logins());
        assertTrue(Files.exists(server.file(name)));
        assertEquals(List.of(), office.inbox(title));

        configure(server.fingerprint());
        awaitDocument(title, document);
        Await.until(LONGEST, () -> instance.shell("renkei:health --json").output(), now -> !now.contains("SFTP-002"));
    }

    @Test
    public void withoutAHostKeyTheChangeIsKeptOutAndSaysWhatToDo() throws Exception {
        configure("");
        Await.until(
                LONGEST,
                () -> instance.shell("renkei:health").output(),
                health -> health.contains("no server is trusted"));
        String title = TaxOffice.title();
        byte[] document = office.pdf(title);
        server.leave(filing + "-before" + PDF, document);
        awaitDocument(title, document);
    }

    @Test
    public void aKillBetweenStoringAndMovingMakesNoSecondNotice() throws Exception {
        String title = TaxOffice.title();
        byte[] document = office.pdf(title);
        String name = filing + "-killed" + PDF;
        server.movesNothing(true);
        try {
            server.leave(name, document);
            awaitDocument(title, document);
            String duplicates = duplicates();
            instance.killGateway();
            server.movesNothing(false);
            instance.startGateway();
            office.partner().awaitUp();
            awaitFile("done/" + name);
            assertEquals(1, office.inbox(title).size());
            assertEquals(duplicates, duplicates());
        } finally {
            server.movesNothing(false);
        }
    }

    private static String duplicates() throws Exception {
        return instance.shell("renkei:notice-list --verdict DUPLICATE").good().output();
    }
}
