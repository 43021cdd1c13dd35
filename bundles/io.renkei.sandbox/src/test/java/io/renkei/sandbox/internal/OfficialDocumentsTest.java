package io.renkei.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.OfficialDocumentReader.Facts;
import io.renkei.format.egov.internal.DocumentReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class OfficialDocumentsTest {

    private static final FilingKey KEY = new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 7, 1), new Random(7)), 4);
    /** 2026-07-02 in Japan. */
    private static final Instant ISSUED = Instant.parse("2026-07-01T15:00:00Z");

    @TempDir
    static Path pki;

    @TempDir
    Path ledgers;

    private final OfficialDocuments documents = new OfficialDocuments(new Seals(pki));
    private Ledger.Entry submission;

    @BeforeAll
    static void makeKeys() {
        TestKeys.in(pki);
    }

    @BeforeEach
    void submit() throws IOException {
        try (Ledger ledger = Ledger.open(ledgers, Clock.systemUTC())) {
            submission = ledger.append("eltax", KEY.toString(), Ledger.SUBMISSION, n -> "R" + n, "00", Map.of());
        }
    }

    @Test
    void aPushedDocumentClosesItsProcedure() {
        byte[] document = documents.issue("eltax", "渋谷区", "受付通知", submission, ISSUED);
        Facts facts = facts(document);
        assertTrue(facts.closes());
        assertEquals(Optional.of(KEY), facts.filing());
        assertEquals(Optional.of(submission.remoteId()), facts.receiptNumber());
        assertEquals("eltax-" + submission.remoteId(), facts.noticeId());
        assertEquals(LocalDate.of(2026, 7, 2), facts.issuedOn());
        assertArrayEquals(document, documents.issue("eltax", "渋谷区", "受付通知", submission, ISSUED));
    }

    @Test
    void aPolledDocumentLeavesTheEndToTheState() {
        assertFalse(facts(documents.issue("hello-work", "公共職業安定所", "通知書", submission, ISSUED, false))
                .closes());
    }

    /** What the gateway reads in it, once the seal is verified. */
    private static Facts facts(byte[] document) {
        Document parsed = Xml.parse(document);
        List<Signatures.Good> good = Signatures.verify(parsed, "ID", Map.of());
        assertEquals(1, good.size());
        assertTrue(good.get(0).elements().contains("DOCBODY"));
        return new DocumentReader().read(Xml.byId(parsed, "ID", "DOCBODY")).orElseThrow();
    }
}
