package io.renkei.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.doors.FakePartners;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.payments.MemoryPayments;
import io.renkei.ports.payments.PayEasyNumber;
import io.renkei.ports.payments.PaymentDetails;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.PaymentState;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.selfinfo.QuestionStore.OpenCall;
import io.renkei.ports.submissions.DataObject;
import io.renkei.ports.submissions.MemorySubmissions;
import io.renkei.ports.submissions.NewSubmission;
import io.renkei.ports.submissions.Permission;
import io.renkei.ports.submissions.SubmissionRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ListsTest {

    private final Gateway gateway = new Gateway();
    private final Applications applications = new Applications(gateway);

    private static String golden(String name) {
        try (var in = ListsTest.class.getResourceAsStream("/golden/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ArrivalNumber hire() {
        ArrivalNumber number = gateway.accept(1, "acme", Gateway.HELLO_WORK, Gateway.E_TAX);
        gateway.park(new FilingKey(number, 1), "EGOV-014");
        gateway.happens(
                new FilingKey(number, 2),
                "ETAX-503",
                FilingEvent.FILLED,
                FilingEvent.ATTEMPT_STARTED,
                FilingEvent.DEFERRED);
        return number;
    }

    @Test
    void anApplicationIsShownWithItsFilingsInJapanese() {
        ArrivalNumber number = hire();
        assertEquals(golden("application-show"), Screen.page(() -> applications.show(number, true)));
    }

    @Test
    void applicationsAreListedWithTheirStateInJapanese() {
        hire();
        gateway.accept(2, "beta", Gateway.E_TAX);
        assertEquals(
                golden("application-list"),
                Screen.page(() -> applications.list(Optional.empty(), Optional.empty(), 20)));
    }

    @Test
    void parkedFilingsAreListedWithTheirAge() {
        hire();
        FilingKey doubtful = new FilingKey(gateway.accept(2, "beta", Gateway.E_TAX), 1);
        gateway.parkInDoubt(doubtful);
        Parked parked = new Parked(gateway, gateway, Clock.fixed(Gateway.NIGHT, Times.JAPAN));
        assertEquals(golden("parked-list"), Screen.page(() -> parked.list(Optional.empty(), Optional.empty(), 50)));
        JsonNode json = Screen.json(() -> parked.list(Optional.of(Gateway.E_TAX), Optional.empty(), 50));
        assertEquals(1, json.get("parked").size());
        assertEquals("PT2H", json.at("/parked/0/age").asText());
        assertTrue(json.at("/parked/0/doubtful").asBoolean());
    }

    @Test
    void announcementsOnTheirWayShowHowFarTheyCame() {
        Announcements announcements = new Announcements(new UnderWay());
        String page = Screen.page(() -> announcements.open(10));
        assertTrue(page.contains("tax-agency") && page.contains("100000") && page.contains("42000"), page);
        assertEquals(
                42_000,
                Screen.json(() -> announcements.open(10))
                        .at("/announcements/0/done")
                        .asInt());
        assertThrows(OpsFault.class, () -> announcements.open(101));
    }

    @Test
    void announcementsThatNoPortalReadsAreGivenToAPortalAndNobodyElse() {
        Announcements announcements = new Announcements(new UnderWay());
        FakePartners partners = new FakePartners();
        partners.portals.add(new PartnerId("portal"));
        JsonNode adopted = Screen.json(() -> announcements.adopt("portal", partners));
        assertEquals(3, adopted.path("announcements").asInt());
        OpsFault fault = assertThrows(OpsFault.class, () -> announcements.adopt("acme", partners));
        assertEquals(OpsCode.ARGUMENT, fault.code());
    }

    @Test
    void openQuestionsAreListedByAgencyAndItemWithoutWhomTheyAreAbout() {
        OpenCall call = new OpenCall(
                new QuestionId(UUID.fromString("0b8d5f7e-0000-4000-8000-000000000001")),
                new DestinationId("pension-service"),
                List.of(new SelfInformationNumber("7-3"), new SelfInformationNumber("7-6")),
                Instant.parse("2026-04-01T00:00:00Z"),
                Instant.parse("2026-04-01T01:00:00Z"),
                true,
                3,
                "SELFINFO-013",
                Instant.parse("2026-04-01T00:10:00Z"));
        Questions.Sheet sheet = new Questions.Sheet(List.of(call));
        String page = Screen.page(() -> sheet);
        assertTrue(page.contains("pension-service") && page.contains("7-3 7-6") && page.contains("PENDING"), page);
        assertEquals(
                "SELFINFO-013", Screen.json(() -> sheet).at("/questions/0/code").asText());
        assertTrue(Screen.page(() -> new Questions.Sheet(List.of())).contains("No agency is being asked."));
    }

    @Test
    void paymentRequestsAreListedByTheirStateWithoutWhatIsToBePaid() {
        MemoryPayments memory = new MemoryPayments();
        FilingKey filing = new FilingKey(gateway.accept(1, "acme", Gateway.HELLO_WORK), 1);
        memory.know(filing, Gateway.HELLO_WORK, new PartnerId("acme"));
        PaymentDetails details =
                new PaymentDetails("手数料", "", 4_200, new PayEasyNumber("00100", "1234567890123456", "654321", ""), "");
        memory.keep(
                Gateway.HELLO_WORK,
                new SenderNumber("HW-7"),
                new PaymentRequest(filing, LocalDate.of(2026, 12, 31), details),
                Gateway.NIGHT,
                Gateway.NIGHT);
        Payments payments = new Payments(memory);
        String page = Screen.page(() -> payments.list(PaymentState.WAITING, 10));
        assertTrue(page.contains("HW-7") && page.contains("2026-12-31") && page.contains(filing.toString()), page);
        assertFalse(page.contains("4200") || page.contains("654321") || page.contains("手数料"), page);
        JsonNode json = Screen.json(() -> payments.list(PaymentState.WAITING, 10));
        assertEquals("HW-7", json.at("/payments/0/number").asText());
        assertTrue(json.at("/payments/0/paidOn").isNull());
        assertTrue(Screen.page(() -> payments.list(PaymentState.LAPSED, 10)).contains("納付期限切れ"));
        assertThrows(OpsFault.class, () -> payments.list(PaymentState.PAID, 101));
    }

    @Test
    void referencesToDataOfACompanyAreListedWithoutItsNames() {
        MemorySubmissions memory = new MemorySubmissions();
        ArrivalNumber number = gateway.accept(2, "acme", Gateway.HELLO_WORK);
        Sha256 digest = Sha256.of(new byte[] {1});
        memory.admit(new NewSubmission(
                number,
                new PartnerId("acme"),
                new SenderNumber("DATA-7"),
                Gateway.NIGHT,
                digest,
                new SubmissionRecord(
                        List.of(new ProcedureId("12")),
                        List.of(new DataObject("山田太郎の届", List.of(), "text/plain", 1, digest, "secret/1")),
                        List.of(new Permission(
                                Gateway.HELLO_WORK, Set.of(1), Gateway.NIGHT, Gateway.NIGHT.plusSeconds(60)))),
                new byte[] {1}));
        memory.ask(number, Gateway.HELLO_WORK, new PartnerId("ministry"), 2, Gateway.NIGHT);
        memory.revoke(new PartnerId("acme"), number, Optional.empty(), Gateway.NIGHT);
        SubmissionSheets sheets = new SubmissionSheets(memory);
        String listed = Screen.page(() -> sheets.list(10));
        assertTrue(listed.contains("DATA-7") && listed.contains("hello-work (revoked)"), listed);
        String accesses = Screen.page(() -> sheets.accesses(number, Optional.empty(), 10));
        assertTrue(accesses.contains("NOT_PERMITTED 許可なし") && accesses.contains("ministry"), accesses);
        assertFalse((listed + accesses).contains("山田") || (listed + accesses).contains("secret"), listed);
        JsonNode json = Screen.json(() -> sheets.accesses(number, Optional.empty(), 10));
        assertEquals(2, json.at("/accesses/0/object").asInt());
        assertThrows(
                OpsFault.class,
                () -> sheets.accesses(gateway.accept(3, "acme", Gateway.HELLO_WORK), Optional.empty(), 10));
    }

    @Test
    void countsShowWhereFilingsStand() {
        hire();
        Filings filings = new Filings(gateway);
        assertEquals(golden("filing-counts"), Screen.page(() -> filings.counts(Optional.empty())));
        assertEquals(
                1,
                Screen.json(() -> filings.counts(Optional.empty()))
                        .at("/counts/e-tax/WAITING")
                        .asInt());
        JsonNode one = Screen.json(() -> filings.list(FilingState.WAITING, Optional.empty(), Optional.empty(), 1));
        assertEquals("2026-03-31T18:05:00Z", one.at("/filings/0/due").asText());
        assertEquals("保留", one.at("/filings/0/stateJa").asText());
    }

    @Test
    void theCursorComesPastEveryApplicationOnce() {
        for (int i = 0; i < 7; i++) {
            gateway.accept(i, "acme", Gateway.E_TAX);
        }
        Set<String> seen = new TreeSet<>();
        Optional<ArrivalNumber> before = Optional.empty();
        int pages = 0;
        do {
            Optional<ArrivalNumber> from = before;
            JsonNode page = Screen.json(() -> applications.list(Optional.of(new PartnerId("acme")), from, 3));
            page.get("applications")
                    .forEach(each -> assertTrue(seen.add(each.get("number").asText())));
            before = page.get("next").isNull()
                    ? Optional.empty()
                    : Optional.of(new ArrivalNumber(page.get("next").asText()));
            pages++;
        } while (before.isPresent());
        assertEquals(7, seen.size());
        assertEquals(3, pages);
    }

    @Test
    void theTimeLineIsPartOfTheDocumentAndItsDetailKeepsItsBytes() {
        ArrivalNumber number = hire();
        JsonNode line = Screen.json(() -> applications.show(number, false)).get("timeLine");
        assertEquals(gateway.timeLine(number).size(), line.size());
        assertEquals(
                gateway.timeLine(number).get(3).detail(), line.at("/3/detail").asText());
        assertEquals(
                Instant.parse("2026-03-31T16:00:00Z"),
                Instant.parse(line.at("/3/at").asText()));
    }

    @Test
    void coloursComeOnlyWhereTheTerminalHasThem() {
        hire();
        Filings filings = new Filings(gateway);
        assertTrue(Screen.shown(() -> filings.counts(Optional.empty()), false, true)
                .text()
                .contains("\u001b["));
        assertFalse(Screen.shown(() -> filings.counts(Optional.empty()), false, false)
                .text()
                .contains("\u001b["));
        assertFalse(Screen.shown(() -> filings.counts(Optional.empty()), true, true)
                .text()
                .contains("\u001b["));
    }

    @Test
    void aDatabaseThatIsDownIsOneSentenceWithoutAStack() {
        gateway.goDown();
        Screen.Shown shown =
                Screen.shown(() -> applications.list(Optional.empty(), Optional.empty(), 20), false, false);
        assertEquals("", shown.text());
        assertTrue(shown.failure().getNiceHelp().startsWith("OPS-002: "));
        assertTrue(shown.failure().getNiceHelp().contains("データベース"));
        assertEquals(0, shown.failure().getStackTrace().length);
        assertEquals("CommandException", shown.failure().getClass().getSimpleName());
        assertEquals(
                "OPS-002",
                Screen.json(() -> applications.list(Optional.empty(), Optional.empty(), 20))
                        .at("/error/code")
                        .asText());
    }

    @Test
    void aMissingServiceIsOneSentence() {
        OpsFault fault = assertThrows(OpsFault.class, () -> Services.need(null, "The database"));
        assertEquals(OpsCode.SERVICE_MISSING, fault.code());
        assertTrue(fault.getMessage().startsWith("The database is not there."));
    }

    @Test
    void whatWasMistypedIsNamed() {
        assertTrue(assertThrows(OpsFault.class, () -> Names.number("20260401"))
                .getMessage()
                .contains("18 digits"));
        assertTrue(assertThrows(OpsFault.class, () -> Names.word(NoticeVerdict.class, "偽物"))
                .getMessage()
                .contains("FORGED"));
        assertEquals(FilingState.CORRECTION_REQUESTED, Names.word(FilingState.class, "correction-requested"));
        assertThrows(OpsFault.class, () -> applications.list(Optional.empty(), Optional.empty(), 101));
        assertEquals(
                OpsCode.NOT_FOUND,
                assertThrows(OpsFault.class, () -> applications.show(Gateway.number(9), false))
                        .code());
    }
}
