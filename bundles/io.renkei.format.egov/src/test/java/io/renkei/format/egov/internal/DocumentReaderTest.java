package io.renkei.format.egov.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.spi.OfficialDocumentReader.Facts;
import io.renkei.api.spi.OfficialDocumentReader.Replacement;
import io.renkei.format.egov.OfficialDocument;
import io.renkei.format.egov.OfficialDocumentWriter;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

    private final DocumentReader reader = new DocumentReader();
    private final String document =
            new String(new OfficialDocumentWriter().write(sample(true)), StandardCharsets.UTF_8);

    @Test
    void writesTheGoldenFile() throws Exception {
        try (InputStream golden = DocumentReaderTest.class.getResourceAsStream("/official-document.xml")) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), document);
        }
    }

    @Test
    void readsWhatTheWriterWrote() throws Exception {
        assertEquals(
                Optional.of(new Facts(
                        "基収第0001号",
                        Optional.of(Samples.KEY),
                        Optional.of("9002026000000001"),
                        "資格取得等確認通知書",
                        LocalDate.of(2026, 4, 2),
                        true)),
                read(document));
        assertFalse(read(new String(new OfficialDocumentWriter().write(sample(false)), StandardCharsets.UTF_8))
                .orElseThrow()
                .closes());
    }

    @Test
    void theReceiptNumberAloneIsEnough() throws Exception {
        Facts facts = read(document.replace("renkei:" + Samples.KEY, "")).orElseThrow();
        assertTrue(facts.filing().isEmpty());
        assertEquals(Optional.of("9002026000000001"), facts.receiptNumber());
    }

    @Test
    void readsTheOrderOfOtherAgencies() throws Exception {
        String other = "<DOC><BODY ID=\"DOCBODY\"><TO><NAME>試験</NAME></TO><REFERENC><P>参考</P><P>900-1</P></REFERENC>"
                + "<TITLE>通知書</TITLE><DATE TYPE=\"1\">平成24年8月6日</DATE><DOCNO>第1号</DOCNO></BODY></DOC>";
        assertEquals(Optional.of("900-1"), read(other).orElseThrow().receiptNumber());
    }

    /** Such as a picture, or a table of a thousand lines. */
    @Test
    void howLongTheRestIsDoesNotMatter() throws Exception {
        String rest = "<APPENDIX><P>" + "A".repeat(200_000) + "</P>" + "<P>行</P>".repeat(30_000) + "</APPENDIX>";
        String longer = document.replace("</BODY>", rest + "</BODY>");
        assertNotEquals(document, longer);
        assertEquals(read(document), read(longer));
        assertEquals(
                Optional.empty(), read(document.replace("資格取得等確認通知書", "資格".repeat(10_000))), "what is read is bounded");
    }

    @Test
    void whatADecisionNeedsIsThereOrNothingIsRead() throws Exception {
        for (String[] change : new String[][] {
            {"<DOCNO>基収第0001号</DOCNO>", ""},
            {"<DOCNO>基収第0001号</DOCNO>", "<DOCNO>1</DOCNO><DOCNO>2</DOCNO>"},
            {"令和8年4月2日", "令和8年4月31日"},
            {"資格取得等確認通知書", ""},
            {"<DOCLINK>", "<DOCLINK>renkei:202604011234567898-03</DOCLINK><DOCLINK>"},
        }) {
            assertTrue(document.contains(change[0]), change[0]);
            assertEquals(Optional.empty(), read(document.replace(change[0], change[1])), change[1]);
        }
    }

    @Test
    void readsWhichEarlierDocumentIsReplacedOrTakenBack() throws Exception {
        for (boolean withdraws : List.of(true, false)) {
            Replacement earlier = new Replacement("基収第0000号", withdraws);
            String later = new String(
                    new OfficialDocumentWriter().write(sample(false, Optional.of(earlier))), StandardCharsets.UTF_8);
            Facts facts = read(later).orElseThrow();
            assertEquals(Optional.of(earlier), facts.replaces());
            assertEquals(Optional.of(Samples.KEY), facts.filing());
        }
        String several = document.replace(
                "<DOCLINK>", "<DOCLINK>renkei.replaces:1</DOCLINK><DOCLINK>renkei.withdraws:1</DOCLINK><DOCLINK>");
        assertEquals(Optional.empty(), read(several));
    }

    @Test
    void namesWhatTheSealCovers() {
        assertEquals("{}DOC", reader.root());
        assertEquals(List.of("{}BODY"), reader.signedElements());
        assertEquals("ID", reader.idAttribute());
    }

    private Optional<Facts> read(String text) throws Exception {
        return reader.read(Samples.element(Samples.utf8(text), "BODY"));
    }

    private static OfficialDocument sample(boolean closes) {
        return sample(closes, Optional.empty());
    }

    private static OfficialDocument sample(boolean closes, Optional<Replacement> replaces) {
        return new OfficialDocument(
                "基収第0001号",
                LocalDate.of(2026, 4, 2),
                "試験株式会社",
                "東京労働局",
                "渋谷公共職業安定所長",
                "資格取得等確認通知書",
                Optional.of(Samples.KEY),
                Optional.of("9002026000000001"),
                List.of("届出のとおり確認したので通知する。"),
                closes,
                replaces);
    }
}
