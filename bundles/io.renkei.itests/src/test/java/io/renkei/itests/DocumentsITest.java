package io.renkei.itests;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.renkei.api.model.Sha256;
import io.renkei.tools.client.GatewayClient.Answer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;

/** Documents that are large, old, given back, repeated or for somebody else, at the running distribution. */
public class DocumentsITest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** What a document of 50 MiB, the most that is taken, may hold beside its frame and its seal, in bytes. */
    private static final int LARGE = (50 << 20) - (64 << 10);

    private static final int AT_ONCE = 8;

    private static Instance instance;
    private static Partner partner;
    private static TaxOffice office;

    @Rule
    public final LogOnFailure log = new LogOnFailure();

    @BeforeClass
    public static void start() throws Exception {
        instance = Instance.shared();
        office = TaxOffice.afterItsDecision(instance);
        partner = office.partner();
    }

    /** The gateway has a heap of 384 MiB, and ends when that is not enough. */
    @Test
    public void aDocumentOf50MebibytesIsJudgedAndFetchedByTwoAtOnceByteForByte() throws Exception {
        long pid = instance.pid();
        String title = TaxOffice.title();
        byte[] document = SealedPdf.of(title, office.seal(), LARGE);
        office.deliverNamed(TaxOffice.PDF, document).expect(202);
        Callable<Sha256> fetch =
                () -> Sha256.of(office.awaitDocument(title).raw().body());
        assertEquals(Collections.nCopies(2, Sha256.of(document)), together(Collections.nCopies(2, fetch)));
        assertEquals("it is the same process", pid, instance.pid());
    }

    @Test
    public void aSealIsJudgedForTheTimeOfReceiptWhateverItsCertificateHasBecome() throws Exception {
        try (OwnRoot root = OwnRoot.trustedBy(instance)) {
            Instant now = Instant.now();
            Path past = root.seal(now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1)));
            Instant end = now.plus(Duration.ofSeconds(20));
            Path ending = root.seal(now.minus(Duration.ofHours(1)), end);
            String title = TaxOffice.title();
            byte[] inTime = SealedPdf.of(title, ending);
            Answer first = office.deliver(TaxOffice.PDF, inTime);
            office.awaitWaiting(first, "NOTICES-024");
            byte[] late = sealedBy(ending);

            office.awaitQuarantine(
                    office.deliverNamed(TaxOffice.PDF, SealedPdf.of(TaxOffice.title(), past)), "NOTICES-003");
            office.awaitQuarantine(office.deliver(TaxOffice.XML, sealedBy(past)), "NOTICES-003");
            assertTrue("the log says why", instance.hasLogged("TRUST-031"));

            Await.until(LONGEST, Instant::now, end::isBefore);
            office.awaitQuarantine(office.deliver(TaxOffice.XML, late), "NOTICES-003");
            Answer named = office.deliverNamed(TaxOffice.PDF, inTime);
            assertEquals("it came before", TaxOffice.id(first), TaxOffice.id(named));
            assertArrayEquals(inTime, office.awaitDocument(title).raw().body());
        }
    }

    private static byte[] sealedBy(Path seal) throws Exception {
        return TaxOffice.xml(TaxOffice.number(), TaxOffice.title(), office.filing(), seal, "本文");
    }

    @Test
    public void aPackageThatGivesBackAsksForACorrectionAndNothingInItIsRunFetchedOrExpanded() throws Exception {
        partner.orderForNext(
                TaxOffice.ID, "examination/hold", "{\"destination\":\"" + TaxOffice.ID + "\",\"count\":1}");
        String application = partner.submit();
        partner.awaitStates(
                application, LONGEST, states -> states.get(TaxOffice.ID).equals("EXAMINING"));
        TaxOffice examining = TaxOffice.of(instance, partner, application);
        String title = "返戻のお知らせ " + TaxOffice.number();
        try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String trapped = "http://127.0.0.1:" + trap.getLocalPort() + "/";
            byte[] whole = returned(examining, title, trapped);
            examining.deliver(TaxOffice.ZIP, whole).expect(202);

            assertArrayEquals(whole, examining.awaitDocument(title).raw().body());
            partner.awaitStates(
                    application, LONGEST, states -> states.get(TaxOffice.ID).equals("CORRECTION_REQUESTED"));
            trap.setSoTimeout(1);
            assertThrows(SocketTimeoutException.class, trap::accept);
        }
    }

    /** A slip and a nested package with the sealed document, as e-Gov packs them; each file but that one is a bomb. */
    private static byte[] returned(TaxOffice office, String title, String trapped) throws Exception {
        String sheet = "<?xml-stylesheet type=\"text/xsl\" href=\"" + trapped + "sheet.xsl\"?>";
        String sealed = new String(office.xml(title), StandardCharsets.UTF_8);
        String document = sheet + sealed.substring(sealed.indexOf("<DOC"));
        StringBuilder entities = new StringBuilder("<!ENTITY e0 \"返戻\"><!ENTITY x SYSTEM \"" + trapped + "entity\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String slip =
                "<!DOCTYPE HENREI SYSTEM \"" + trapped + "henrei.dtd\" [" + entities + "]><HENREI>&x;&e29;</HENREI>";
        String bomb = "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\">"
                + "<xsl:import href=\"" + trapped + "import.xsl\"/><xsl:template match=\"/\" name=\"again\">"
                + "<xsl:copy-of select=\"document('" + trapped + "document')\"/><xsl:call-template name=\"again\"/>"
                + "</xsl:template></xsl:stylesheet>";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("49500135/henrei.xml", slip.getBytes(StandardCharsets.UTF_8));
        files.put(
                "49500135/返戻のお知らせ.zip",
                TaxOffice.zip(Map.of(
                        "返戻のお知らせ.xml",
                        document.getBytes(StandardCharsets.UTF_8),
                        "スタイルシート1.xsl",
                        bomb.getBytes(StandardCharsets.UTF_8))));
        return TaxOffice.zip(files);
    }

    @Test
    public void theSameDocumentIsOneNoticeHoweverOftenItComesAndEachOtherOneOfItsNumberIsADuplicate() throws Exception {
        String title = TaxOffice.title();
        String number = TaxOffice.number();
        byte[] document = TaxOffice.xml(number, title, office.filing(), office.seal(), "本文");
        Callable<String> delivery = () -> TaxOffice.id(office.deliver(TaxOffice.XML, document));
        Set<String> ids = Set.copyOf(together(Collections.nCopies(20, delivery)));
        assertEquals("one number for all", 1, ids.size());
        assertEquals(ids, Set.of(office.awaitNotice(title).path("id").asText()));

        List<Callable<String>> others = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            byte[] other = TaxOffice.xml(number, title, office.filing(), office.seal(), "本文" + i);
            others.add(() -> TaxOffice.id(office.deliver(TaxOffice.XML, other)));
        }
        List<String> repeated = together(others);
        Await.until(
                LONGEST,
                () -> instance.shell("renkei:notice-list --verdict DUPLICATE")
                        .good()
                        .output(),
                list -> repeated.stream().allMatch(list::contains));
        assertEquals(1, office.inbox(title).size());
        assertTrue(Collections.disjoint(repeated, ids));
    }

    @Test
    public void aDocumentAboutTheFilingOfAnotherOrOfNobodyLiesInNoInbox() throws Exception {
        String others = Correcting.filing(partner.view(application()), "hello-work")
                .path("key")
                .asText();
        String title = TaxOffice.title();
        office.awaitQuarantine(
                office.deliver(TaxOffice.XML, TaxOffice.xml(TaxOffice.number(), title, others, office.seal(), "本文")),
                "NOTICES-009");
        office.awaitWaiting(
                office.deliver(
                        TaxOffice.XML,
                        TaxOffice.xml(TaxOffice.number(), title, "200001010000000004-01", office.seal(), "本文")),
                "NOTICES-008");
        office.deliver(TaxOffice.XML, office.xml(title)).expect(202);
        String id = office.awaitNotice(title).path("id").asText();
        assertEquals(
                404,
                Partner.caller(instance, "partner-beta")
                        .get("/v1/notices/" + id)
                        .status());
    }

    private static String application() {
        return office.filing().substring(0, office.filing().indexOf('-'));
    }

    /** Up to so many at the same time. */
    private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
