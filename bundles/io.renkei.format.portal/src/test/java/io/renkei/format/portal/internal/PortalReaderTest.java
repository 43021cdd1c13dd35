package io.renkei.format.portal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.spi.PackageFiles;
import io.renkei.api.spi.PackageReader.FormatFault;
import io.renkei.api.spi.PackageReader.Opening;
import io.renkei.api.spi.PackageReader.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class PortalReaderTest {

    private final PortalReader reader = new PortalReader();
    private final String document = new String(Samples.document(), StandardCharsets.UTF_8);

    @Test
    void readsWhatTheWriterWrote() throws Exception {
        Reading.Good good = assertInstanceOf(Reading.Good.class, read(document));
        assertEquals(Samples.hire(), good.content());
    }

    @Test
    void namesTheOneDocumentToBeVerified() {
        Opening.Good opening = assertInstanceOf(Opening.Good.class, reader.open(Samples.files(Samples.document())));
        assertEquals(1, opening.documents().size());
        assertEquals(
                "{urn:renkei:application:1}content",
                opening.documents().get(0).signed().get(0));
        assertEquals("id", opening.documents().get(0).idAttribute());
    }

    @Test
    void recognisesItsNamespaceAndRefusesAnUnknownVersion() {
        byte[] next = document.replace("application:1", "application:2").getBytes(StandardCharsets.UTF_8);
        assertTrue(reader.recognises(Samples.files(next)));
        Opening.Bad bad = assertInstanceOf(Opening.Bad.class, reader.open(Samples.files(next)));
        assertEquals("PORTAL-001", bad.faults().get(0).code());
        assertFalse(reader.recognises(Samples.files("<DataRoot/>".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whatWasNotVerifiedIsNotRead() {
        assertThrows(IllegalArgumentException.class, () -> reader.read(Samples.files(Samples.document()), List.of()));
    }

    @Test
    void aMissingElementIsNamed() throws Exception {
        FormatFault fault = onlyFault(document.replaceAll("\\s*<life-event>hire</life-event>", ""));
        assertEquals("PORTAL-002", fault.code());
        assertTrue(fault.sentence().contains("life-event"), fault.sentence());
    }

    @Test
    void anUnknownElementIsAStarInThePath() throws Exception {
        FormatFault fault = onlyFault(document.replace("<common>", "<common><himitsu>秘密</himitsu>"));
        assertEquals("PORTAL-002", fault.code());
        assertEquals("content/common/*", fault.place());
    }

    @Test
    void anUnknownAttributeAndAMissingOneAreFaults() throws Exception {
        assertEquals(
                "PORTAL-003",
                onlyFault(document.replace("<common>", "<common x=\"1\">")).code());
        FormatFault missing = onlyFault(document.replace("item=\"employer.name\"", ""));
        assertEquals("PORTAL-003", missing.code());
        assertEquals("content/common/text[1]", missing.place());
    }

    @Test
    void everyTypeRefusesAnotherForm() throws Exception {
        Map<String, String> wrong = Map.ofEntries(
                Map.entry("<api-version>1.2", "<api-version>2.0"),
                Map.entry("<life-event>hire", "<life-event>採用"),
                Map.entry(">ACME-2026-0001<", ">ACME 2026 0001<"),
                Map.entry("<name>試験株式会社", "<name>" + "社".repeat(201)),
                Map.entry("<name-kana>シケンカブシキガイシャ", "<name-kana>ｼｹﾝ"),
                Map.entry("<postal-code>1000001", "<postal-code>１０００００１"),
                Map.entry("千代田１－１<", "千代田1-1<"),
                Map.entry("<phone>03-0000-0000", "<phone>０３-0000-0000"),
                Map.entry(">シケン　タロウ<", ">シケン タロウ<"),
                Map.entry(">1995-07-08<", ">1995-02-30<"),
                Map.entry(">2026-04-01<", ">2026-04-01+09:00<"),
                Map.entry(">300000<", ">300,000<"),
                Map.entry(">49511000000010000003829<", ">渋谷<"),
                Map.entry(">7000012050002</corporate>", ">700001205000</corporate>"),
                Map.entry(">123456789018<", ">12345678901<"),
                Map.entry(">ledger</attachment>", ">台帳</attachment>"),
                Map.entry(">試験　太郎<", "><"),
                Map.entry("<file>添付/賃金台帳.txt", "<file>../賃金台帳.txt\\"),
                Map.entry(">text/plain<", ">plain<"),
                Map.entry("<size>24", "<size>-1"),
                Map.entry("<sha256>", "<sha256>A"),
                Map.entry("list=\"yes-no\"", "list=\"はい\""),
                Map.entry("number=\"12\"", "number=\"十二\""),
                Map.entry("id=\"content\"", "id=\"内容\""));
        for (Map.Entry<String, String> change : wrong.entrySet()) {
            assertTrue(document.contains(change.getKey()), change.getKey());
            FormatFault fault = onlyFault(document.replace(change.getKey(), change.getValue()));
            assertEquals("PORTAL-004", fault.code(), change + " " + fault);
        }
    }

    @Test
    void aFaultNamesItsItemAndRepeatsNoValue() throws Exception {
        FormatFault fault = onlyFault(document.replace(">シケン　タロウ<", ">himitsu 秘密<"));
        assertEquals(Optional.of("employee.name.kana"), fault.item());
        assertEquals("content/common/kana", fault.place());
        assertTrue(fault.sentenceJa().contains("全角カタカナ"));
        assertFalse(fault.toString().contains("himitsu") || fault.toString().contains("秘密"), fault.toString());
    }

    @Test
    void aFaultInsideAGroupIsPlacedThere() throws Exception {
        FormatFault fault = onlyFault(document.replace("2020-02-29", "2021-02-29"));
        assertEquals("content/procedures/procedure[1]/group/member[1]/date", fault.place());
        assertEquals(Optional.of("birth-date"), fault.item());
    }

    @Test
    void checkDigitsAreChecked() throws Exception {
        List<FormatFault> faults =
                faults(document.replace("7000012050002", "8000012050002").replace("123456789018", "123456789012"));
        assertEquals(List.of("PORTAL-006", "PORTAL-006", "PORTAL-006"), codes(faults));
        assertEquals(Optional.of("employee.individual-number"), faults.get(2).item());
    }

    @Test
    void nothingStandsTwice() throws Exception {
        assertEquals(
                "PORTAL-005",
                onlyFault(document.replace("\"employee.name\"", "\"employer.name\""))
                        .code());
        assertEquals(
                "PORTAL-005",
                onlyFault(document.replace("number=\"12\"", "number=\"1\"")).code());
    }

    @Test
    void allFaultsAreToldAtOnce() throws Exception {
        List<FormatFault> faults = faults(document.replace("1995-07-08", "平成7年7月8日")
                .replace(">300000<", ">三十万<")
                .replace("<phone>03-0000-0000</phone>", "<phone>なし</phone>"));
        assertEquals(List.of("PORTAL-004", "PORTAL-004", "PORTAL-004"), codes(faults));
    }

    @Test
    void faultsAreBounded() throws Exception {
        StringBuilder many = new StringBuilder("<common>");
        for (int i = 0; i < 300; i++) {
            many.append("<date item=\"d").append(i).append("\">いつか</date>");
        }
        List<FormatFault> faults = faults(document.replace("<common>", many));
        assertEquals(51, faults.size());
        assertEquals("PORTAL-012", faults.get(50).code());
    }

    @Test
    void aBlockHasABoundedNumberOfItems() throws Exception {
        StringBuilder many = new StringBuilder("<common>");
        for (int i = 0; i < 500; i++) {
            many.append("<text item=\"t").append(i).append("\">値</text>");
        }
        assertEquals("PORTAL-011", onlyFault(document.replace("<common>", many)).code());
    }

    @Test
    void aLongValueIsRefusedQuickly() throws Exception {
        String kana = "ア　".repeat(500_000) + "1";
        assertEquals("PORTAL-004", onlyFault(document.replace("シケン　タロウ", kana)).code());
        assertEquals(
                "PORTAL-004",
                onlyFault(document.replace(">試験　太郎<", ">" + "長".repeat(1_000_000) + "<"))
                        .code());
    }

    @Test
    void aMissingAnExtraAndAChangedFileAreFaults() throws Exception {
        byte[] bytes = Samples.document();
        PackageFiles missing = new Samples.Files(Map.of(PackageFiles.DOCUMENT, bytes));
        assertEquals("PORTAL-007", fault(missing).code());
        assertEquals("content/attachments/attachment[1]", fault(missing).place());
        byte[] other = Samples.WAGE_LEDGER.clone();
        other[0] ^= 1;
        assertEquals(
                "PORTAL-009",
                fault(new Samples.Files(Map.of(PackageFiles.DOCUMENT, bytes, "添付/賃金台帳.txt", other)))
                        .code());
        FormatFault extra = fault(new Samples.Files(
                Map.of(PackageFiles.DOCUMENT, bytes, "添付/賃金台帳.txt", Samples.WAGE_LEDGER, "試験太郎の住民票.pdf", other)));
        assertEquals("PORTAL-008", extra.code());
        assertFalse(extra.toString().contains("住民票"));
    }

    @Test
    void anItemPointsToAnAnnouncedAttachment() throws Exception {
        FormatFault fault = onlyFault(document.replace(">ledger</attachment>", ">other</attachment>"));
        assertEquals("PORTAL-010", fault.code());
        assertEquals(Optional.of("employment-insurance.wage-ledger"), fault.item());
    }

    @Test
    void commentsInAValueAreNotPartOfIt() throws Exception {
        Reading.Good good =
                assertInstanceOf(Reading.Good.class, read(document.replace("シケン　タロウ", "シケン<!-- x -->　タロウ")));
        assertEquals(Samples.hire(), good.content());
    }

    @Test
    void severalThreadsReadAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Reading> once = () -> read(document);
            List<Future<Reading>> all = threads.invokeAll(new ArrayList<>(Collections.nCopies(64, once)));
            for (Future<Reading> reading : all) {
                assertInstanceOf(Reading.Good.class, reading.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Reading read(String text) throws SAXException, IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return reader.read(Samples.files(bytes), Samples.verified(text));
    }

    private FormatFault fault(PackageFiles files) throws Exception {
        Reading reading = reader.read(files, Samples.verified(document));
        List<FormatFault> faults = assertInstanceOf(Reading.Bad.class, reading).faults();
        assertEquals(1, faults.size(), faults.toString());
        return faults.get(0);
    }

    private List<FormatFault> faults(String text) throws Exception {
        return assertInstanceOf(Reading.Bad.class, read(text)).faults();
    }

    private FormatFault onlyFault(String text) throws Exception {
        List<FormatFault> faults = faults(text);
        assertEquals(1, faults.size(), faults.toString());
        return faults.get(0);
    }

    private static List<String> codes(List<FormatFault> faults) {
        return faults.stream().map(FormatFault::code).toList();
    }
}
