package io.renkei.notices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.state.MemoryFilings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of document, good and bad, from its receipt to its verdict. */
@Timeout(60)
class WaysInTest {

    private static final DestinationId PENSION = new DestinationId("pension");
    private static final DestinationId E_TAX = new DestinationId("e-tax");
    private static final Ministry ROOT = Ministry.root();
    private static final Ministry SEAL = ROOT.issue("CN=公印,OU=Seal,O=Pension,C=JP");
    private static final Ministry TAX = ROOT.issue("CN=公印,OU=Seal,O=Tax Agency,C=JP");
    private static final ArrivalNumber NUMBER = number();
    private static final FilingKey FILING = new FilingKey(NUMBER, 1);
    private static final FilingKey OTHER = new FilingKey(NUMBER, 2);
    private static final DeliveryNote NOTE = DeliveryNote.of(FILING.toString(), "");

    private final MemoryFilings filings = new MemoryFilings();
    private final JudgedNotices notices = new JudgedNotices(filings);
    private Clock clock = Clock.systemUTC();
    private Effect.Settings effects = Effect.Settings.NONE;
    private final Judge judge = new Judge(
            notices,
            filings,
            notices.contents,
            Desk.examination(
                    purpose -> Set.of(ROOT.certificate()),
                    () -> List.of(new ToyReader()),
                    () -> signers(),
                    () -> effects),
            new Periods(() -> Settings.of(Map.of(), Map.of()).periods(), day -> false),
            Clock.systemUTC());

    private static ArrivalNumber number() {
        for (int check = 0; ; check++) {
            try {
                return new ArrivalNumber("20261124000000001" + check);
            } catch (IllegalArgumentException e) {
                if (check == 9) {
                    throw e;
                }
            }
        }
    }

    private static AllowedSigners signers() {
        List<String> faults = new ArrayList<>();
        AllowedSigners signers = AllowedSigners.read(
                Map.of(
                        "signer.pension", "subject:OU=Seal,O=Pension,C=JP",
                        "signer.e-tax", "subject:OU=Seal,O=Tax Agency,C=JP"),
                faults);
        assertEquals(List.of(), faults);
        return signers;
    }

    @BeforeEach
    void twoFilingsAreExamined() {
        filings.put(FILING, PENSION, FilingState.EXAMINING);
        filings.put(OTHER, E_TAX, FilingState.EXAMINING);
    }

    private NoticeView judged(DestinationId from, DeliveryNote note, byte[] document) throws Exception {
        NoticeReceiver receiver = new NoticeReceiver(notices, notices.contents, () -> 60_000_000, clock);
        NoticeId id = receiver.receive(from, "rest", "KOUBUN-1", note, new ByteArrayInputStream(document))
                .id();
        judge.judge(id);
        return notices.row(id);
    }

    private void is(NoticeVerdict verdict, NoticesCode code, NoticeView notice) {
        assertEquals(verdict + " " + code.code(), notice.verdict() + " " + notice.code());
        assertEquals(FilingState.EXAMINING, filings.state(FILING));
        assertEquals(FilingState.EXAMINING, filings.state(OTHER));
    }

    // ---------------------------------------------------------------- PDF

    @ParameterizedTest
    @CsvSource({"decision,DECIDED", "closing,CLOSED", "nothing,EXAMINING"})
    void aSealedPdfIsOfTheFilingThatItsDeliveryNames(String word, FilingState after) throws Exception {
        effects = Effect.Settings.read(Map.of("pdf.pension", word), new ArrayList<>());
        NoticeView notice = judged(PENSION, NOTE, SEAL.sealPdf("資格取得確認通知書"));
        assertEquals(NoticeVerdict.MATCHED, notice.verdict());
        assertEquals("資格取得確認通知書", notice.title());
        assertEquals("KOUBUN-1", notice.issuerNumber());
        assertEquals(after, filings.state(FILING));
    }

    @Test
    void aPdfIsFoundByTheReceiptNumberOfItsDeliveryToo() throws Exception {
        notices.receipts.put("pension R-1", FILING);
        assertEquals(
                NoticeVerdict.MATCHED,
                judged(PENSION, DeliveryNote.of("", "R-1"), SEAL.sealPdf("")).verdict());
    }

    @Test
    void aPdfThatNothingNamesWaitsUntilItIsDeliveredAgainWithItsNumber() throws Exception {
        byte[] document = SEAL.sealPdf("通知書");
        is(NoticeVerdict.ORPHAN, NoticesCode.NOT_NAMED, judged(PENSION, DeliveryNote.NONE, document));
        assertEquals(NoticeVerdict.MATCHED, judged(PENSION, NOTE, document).verdict());
    }

    @Test
    void aPdfWithAWrongSealOfAnotherMinistryOrChangedIsForged() throws Exception {
        Ministry stranger = Ministry.root().issue("CN=公印,OU=Seal,O=Pension,C=JP");
        is(NoticeVerdict.FORGED, NoticesCode.BAD_SEAL, judged(PENSION, NOTE, stranger.sealPdf("通知書")));
        is(NoticeVerdict.FORGED, NoticesCode.WRONG_SIGNER, judged(PENSION, NOTE, TAX.sealPdf("通知書")));
        byte[] changed = SEAL.sealPdf("通知書");
        changed[20] ^= 1;
        is(NoticeVerdict.FORGED, NoticesCode.BAD_SEAL, judged(PENSION, NOTE, changed));
        byte[] added = ("%PDF-1.7\n" + "1 0 obj<</Type/Catalog>>endobj").getBytes(StandardCharsets.US_ASCII);
        is(NoticeVerdict.FORGED, NoticesCode.BAD_SEAL, judged(PENSION, NOTE, added));
    }

    @Test
    void aPdfForAnotherMinistrysFilingIsForged() throws Exception {
        DeliveryNote others = DeliveryNote.of(OTHER.toString(), "");
        is(NoticeVerdict.FORGED, NoticesCode.OTHER_FILING, judged(PENSION, others, SEAL.sealPdf("通知書")));
        notices.receipts.put("e-tax R-9", FILING);
        DeliveryNote both = DeliveryNote.of(OTHER.toString(), "R-9");
        is(NoticeVerdict.FORGED, NoticesCode.OTHER_FILING, judged(E_TAX, both, TAX.sealPdf("通知書一")));
    }

    @Test
    void aPdfWhoseTitleGivesBackAsksForACorrection() throws Exception {
        judged(PENSION, NOTE, SEAL.sealPdf("返戻のお知らせ"));
        assertEquals(FilingState.CORRECTION_REQUESTED, filings.state(FILING));
    }

    // ---------------------------------------------------------------- XML

    @Test
    void aCertificateThatExpiredSinceIsGoodAndOneThatHadExpiredThenIsNot() throws Exception {
        Ministry old = ROOT.issue("CN=公印,OU=Seal,O=Pension,C=JP", Duration.ofDays(-1));
        byte[] document = old.seal("年-1", FILING.toString(), "", true);
        is(NoticeVerdict.FORGED, NoticesCode.BAD_SEAL, judged(PENSION, DeliveryNote.NONE, document));
        clock = Clock.fixed(clock.instant().minus(Duration.ofDays(2)), ZoneOffset.UTC);
        byte[] same = old.seal("年-2", FILING.toString(), "", true);
        assertEquals(
                NoticeVerdict.MATCHED,
                judged(PENSION, DeliveryNote.NONE, same).verdict(),
                "received when its certificate was valid, and judged now");
    }

    @Test
    void anUnsignedFrontPartThatClaimsOtherwiseIsNotBelieved() throws Exception {
        String sealed = text(SEAL.seal("年-1", FILING.toString(), "", false));
        String front = "<FRONT><SECRECY>親展</SECRECY><FILING>" + OTHER + "</FILING><CLOSES>true</CLOSES></FRONT>";
        NoticeView notice = judged(PENSION, DeliveryNote.NONE, bytes(sealed.replace("<DOC>", "<DOC>" + front)));
        assertEquals(NoticeVerdict.MATCHED, notice.verdict());
        assertEquals(FILING, notice.filing().orElseThrow());
        assertEquals(FilingState.DECIDED, filings.state(FILING), "the front part closes nothing");
    }

    @Test
    void aSecondBodyBesideTheSealedOneIsForged() throws Exception {
        String sealed = text(SEAL.seal("年-1", FILING.toString(), "", false));
        String second = "<BODY><FILING>" + OTHER + "</FILING></BODY>";
        is(
                NoticeVerdict.FORGED,
                NoticesCode.BAD_SEAL,
                judged(PENSION, DeliveryNote.NONE, bytes(sealed.replace("<DOC>", "<DOC>" + second))));
    }

    @Test
    void aStylesheetIsNeverFetchedOrRunAndDoctypesAndDepthsAreRefused() throws Exception {
        String sealed = text(SEAL.seal("年-1", FILING.toString(), "", false));
        String body = sealed.substring(sealed.indexOf("<DOC>"));
        String sheet = "<?xml-stylesheet type=\"text/xsl\" href=\"http://127.0.0.1:1/bomb.xsl\"?>";
        assertEquals(
                NoticeVerdict.MATCHED,
                judged(PENSION, DeliveryNote.NONE, bytes(sheet + body)).verdict());
        String bomb = "<!DOCTYPE DOC [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
        assertEquals(
                NoticesCode.NOT_XML.code(),
                judged(PENSION, DeliveryNote.NONE, bytes(bomb + body)).code());
        String deep = "<P>".repeat(5_000) + "</P>".repeat(5_000);
        assertEquals(
                NoticesCode.BAD_SEAL.code(),
                judged(PENSION, DeliveryNote.NONE, bytes(body.replace("<DOC>", "<DOC>" + deep)))
                        .code());
    }

    @Test
    void aDeliveryThatNamesAnotherFilingThanTheSealedDocumentIsForged() throws Exception {
        byte[] document = SEAL.seal("年-1", FILING.toString(), "R-1", true);
        DeliveryNote other = DeliveryNote.of(OTHER.toString(), "");
        is(NoticeVerdict.FORGED, NoticesCode.NOTE_DIFFERS, judged(PENSION, other, document));
        byte[] second = SEAL.seal("年-2", FILING.toString(), "R-1", true);
        is(NoticeVerdict.FORGED, NoticesCode.NOTE_DIFFERS, judged(PENSION, DeliveryNote.of("", "R-2"), second));
        byte[] third = SEAL.seal("年-3", FILING.toString(), "R-1", true);
        assertEquals(
                NoticeVerdict.MATCHED,
                judged(PENSION, DeliveryNote.of(FILING.toString(), "R-1"), third)
                        .verdict());
    }

    // ---------------------------------------------------------------- ZIP

    @Test
    void aReturnSlipWithItsNestedPackageAsksForACorrectionAndIsDeliveredWhole() throws Exception {
        byte[] document = SEAL.sealTitled("年-1", FILING.toString(), "", true, "返戻のお知らせ");
        byte[] nested = zip(Map.of("返戻のお知らせ.xml", document, "スタイルシート1.xsl", bytes("<xsl/>")));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("49500135/henrei.xml", bytes("<HENREI>氏名の誤り</HENREI>"));
        files.put("49500135/返戻のお知らせ.zip", nested);
        byte[] whole = zip(files);
        NoticeView notice = judged(PENSION, DeliveryNote.NONE, whole);
        assertEquals(NoticeVerdict.MATCHED, notice.verdict());
        assertEquals("返戻のお知らせ", notice.title());
        assertEquals(whole.length, notice.content().size());
        assertEquals(FilingState.CORRECTION_REQUESTED, filings.state(FILING));
    }

    @Test
    void aReturnSlipMayEndTheFilingWhereTheDestinationWorksLikeThat() throws Exception {
        effects = Effect.Settings.read(Map.of("return.pension", "refusal"), new ArrayList<>());
        byte[] document = SEAL.sealTitled("年-1", FILING.toString(), "", true, "返戻票");
        judged(PENSION, DeliveryNote.NONE, zip(Map.of("henrei.xml", bytes("<H/>"), "a.xml", document)));
        assertEquals(FilingState.REFUSED, filings.state(FILING));
    }

    @Test
    void aSlipThatNoSealVouchesForMovesNothing() throws Exception {
        byte[] document = SEAL.seal("年-1", FILING.toString(), "", true);
        NoticeView notice =
                judged(PENSION, DeliveryNote.NONE, zip(Map.of("HENREI.XML", bytes("<H/>"), "a.xml", document)));
        assertEquals(NoticeVerdict.MATCHED, notice.verdict());
        assertEquals(FilingState.EXAMINING, filings.state(FILING));
    }

    @Test
    void everyOfficialDocumentOfAPackageHasToBeGoodAndOfOneFiling() throws Exception {
        byte[] good = SEAL.seal("年-1", FILING.toString(), "", true);
        byte[] wrong = TAX.seal("年-2", FILING.toString(), "", true);
        byte[] others = SEAL.seal("年-3", OTHER.toString(), "", true);
        is(NoticeVerdict.FORGED, NoticesCode.WRONG_SIGNER, judged(PENSION, NOTE, zip(Map.of("a", good, "b", wrong))));
        is(NoticeVerdict.FORGED, NoticesCode.MIXED, judged(PENSION, NOTE, zip(Map.of("a", good, "b", others))));
        byte[] changed = SEAL.sealPdf("通知書");
        changed[20] ^= 1;
        is(NoticeVerdict.FORGED, NoticesCode.BAD_SEAL, judged(PENSION, NOTE, zip(Map.of("a", good, "b.pdf", changed))));
        is(
                NoticeVerdict.FORGED,
                NoticesCode.NOTHING_SEALED,
                judged(PENSION, NOTE, zip(Map.of("henrei.xml", bytes("<H/>"), "b.txt", bytes("返戻")))));
    }

    @Test
    void aPackageOfASealedDocumentAndASealedPdfIsOfTheFilingThatTheDocumentNames() throws Exception {
        byte[] document = SEAL.seal("年-1", FILING.toString(), "", true);
        NoticeView notice =
                judged(PENSION, DeliveryNote.NONE, zip(Map.of("a.xml", document, "離職票.pdf", SEAL.sealPdf("離職票"))));
        assertEquals(NoticeVerdict.MATCHED, notice.verdict());
        assertEquals("年-1", notice.issuerNumber());
        assertEquals(
                NoticeVerdict.MATCHED,
                judged(PENSION, NOTE, zip(Map.of("離職票.pdf", SEAL.sealPdf("離職票二"))))
                        .verdict());
    }

    @Test
    void deepManyAndBrokenPackagesAreRefused() throws Exception {
        byte[] document = SEAL.seal("年-1", FILING.toString(), "", true);
        byte[] three = zip(Map.of("b.zip", zip(Map.of("c.zip", zip(Map.of("a.xml", document))))));
        is(NoticeVerdict.FORGED, NoticesCode.ZIP_REFUSED, judged(PENSION, NOTE, three));
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 9; i++) {
            many.put(i + ".zip", zip(Map.of(i + ".txt", bytes("a" + i))));
        }
        is(NoticeVerdict.FORGED, NoticesCode.ZIP_REFUSED, judged(PENSION, NOTE, zip(many)));
        byte[] bomb = zip(Map.of("a.xml", new byte[2_000_000]));
        is(NoticeVerdict.FORGED, NoticesCode.ZIP_REFUSED, judged(PENSION, NOTE, bomb));
        byte[] broken = zip(Map.of("a.xml", document));
        broken[broken.length / 2] ^= 1;
        assertTrue(judged(PENSION, NOTE, broken).verdict() == NoticeVerdict.FORGED);
    }

    /** As a ministry's system writes it: names in CP932, no UTF-8 flag. */
    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("windows-31j"))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
