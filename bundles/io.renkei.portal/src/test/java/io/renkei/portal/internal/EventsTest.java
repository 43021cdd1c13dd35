package io.renkei.portal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.CorrectionRequest;
import io.renkei.api.model.CorrectionRequest.Reason;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.announcements.PersonInbox;
import io.renkei.ports.delegation.DelegationId;
import io.renkei.ports.delegation.DelegationWarning;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.payments.PayEasyNumber;
import io.renkei.ports.payments.PaymentDetails;
import io.renkei.ports.payments.PaymentEvent;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentRequest;
import io.renkei.ports.payments.RequestPayment;
import io.renkei.ports.state.FollowUpStore.Asked;
import io.renkei.ports.state.OutboxKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** CloudEvents 1.0, JSON event format, section 4 (batch). */
class EventsTest {

    private final Story story = new Story();

    @Test
    void aChangedFilingIsOneCloudEventAndNothingElse() throws IOException {
        FilingKey filing = story.filing();
        String id = story.changes(filing, FilingState.ARRIVED);

        String expected =
                """
                [{"specversion":"1.0","id":"%s","source":"urn:renkei:gateway","type":"io.renkei.filing.changed",
                "subject":"%s","time":"2026-04-01T01:02:03Z","sequence":"0000000000000000001",
                "datacontenttype":"application/json","data":{"application":"%s","procedure":"12",
                "destination":"hello-work","state":"ARRIVED","version":1}}]""".formatted(id, filing, filing.application().digits()).replace("\n", "");
        assertEquals(expected, text());
    }

    @Test
    void anAvailableNoticeIsOneCloudEventAndNothingElse() throws IOException {
        FilingKey filing = story.filing();
        NoticeView notice = story.notice(Optional.of(filing));
        String id = story.available(notice);

        String expected = """
                [{"specversion":"1.0","id":"%s","source":"urn:renkei:gateway","type":"io.renkei.notice.available",
                "subject":"%s","time":"2026-04-01T01:01:58Z","sequence":"0000000000000000001",
                "datacontenttype":"application/json","data":{"application":"%s","notice":"%s",
                "destination":"hello-work"}}]""".formatted(id, filing, filing.application().digits(), notice.id())
                .replace("\n", "");
        assertEquals(expected, text());
    }

    @Test
    void aMessageThatConcernsNoFilingIsItsOwnSubjectAndSaysThatItHasNoSeal() throws IOException {
        NoticeView message = story.message();
        story.available(message);

        JsonNode event = events().get(0);
        assertEquals("io.renkei.notice.available", event.path("type").asText());
        assertEquals(message.id().toString(), event.path("subject").asText());
        assertEquals("false", event.at("/data/sealed").asText());
        assertTrue(event.at("/data/application").isMissingNode());
    }

    @Test
    void aReplacedOrWithdrawnNoticeNamesTheLaterOneAndOneThatEndsItsEnd() throws IOException {
        NoticeId later = new NoticeId(UUID.randomUUID());
        Instant until = Story.NOW.plusSeconds(60);
        story.tells(OutboxKind.NOTICE_SUPERSEDED, story.noticeWith(NoticeFact.SUPERSEDED, later, until));
        story.tells(OutboxKind.NOTICE_WITHDRAWN, story.noticeWith(NoticeFact.WITHDRAWN, later, until));
        story.tells(OutboxKind.NOTICE_EXPIRING, story.noticeWith(NoticeFact.EXPIRING, later, until));
        story.tells(OutboxKind.NOTICE_EXPIRED, story.noticeWith(NoticeFact.EXPIRED, later, until));

        List<JsonNode> events = events();
        assertEquals(
                List.of(
                        "io.renkei.notice.superseded",
                        "io.renkei.notice.withdrawn",
                        "io.renkei.notice.expiring",
                        "io.renkei.notice.expired"),
                values(events, "type"));
        for (JsonNode event : events) {
            boolean ends = event.get("type").asText().contains("expir");
            assertEquals("2026-04-01T01:02:02Z", event.get("time").asText());
            assertEquals(ends ? "" : later.toString(), event.at("/data/by").asText());
            assertEquals(
                    ends ? "2026-04-01T01:03:03Z" : "", event.at("/data/until").asText());
        }
    }

    @Test
    void whatWasErasedSaysWhetherAnybodyHadFetchedIt() throws IOException {
        NoticeId later = new NoticeId(UUID.randomUUID());
        story.tells(OutboxKind.NOTICE_ERASED, story.noticeWith(NoticeFact.ERASED, later, Story.NOW));

        JsonNode event = events().get(0);
        assertEquals("io.renkei.notice.erased", event.get("type").asText());
        assertFalse(event.at("/data/fetched").asBoolean(true));
        assertTrue(event.at("/data/by").isMissingNode());
    }

    @Test
    void anAnnouncementIsToldOnceForAllItsInboxes() throws IOException {
        String announcement = UUID.randomUUID().toString();
        story.outbox.commit(OutboxKind.ANNOUNCEMENT_AVAILABLE, announcement, "e-tax");

        JsonNode event = events().get(0);
        assertEquals("io.renkei.announcement.available", event.get("type").asText());
        assertEquals(announcement, event.get("subject").asText());
        assertEquals(announcement, event.at("/data/announcement").asText());
        assertEquals("e-tax", event.at("/data/destination").asText());
    }

    @Test
    void aPaymentRequestIsOneCloudEventOfHowItStandsWithoutWhatIsToBePaid() throws IOException {
        FilingKey filing = story.filing();
        story.payments.know(filing, Story.HELLO_WORK, new PartnerId("acme"));
        PaymentDetails details = new PaymentDetails(
                "山田花子様 手数料",
                "",
                4_200,
                new PayEasyNumber("00100", "1234567890123456", "654321", ""),
                "https://pay.example/9");
        PaymentId payment = ((RequestPayment.Taken.Kept) story.payments.keep(
                        Story.HELLO_WORK,
                        new SenderNumber("HW-7"),
                        new PaymentRequest(filing, LocalDate.of(2026, 4, 30), details),
                        Story.NOW.plusSeconds(60),
                        Story.NOW.minusSeconds(60)))
                .payment()
                .id();
        story.outbox.commit(OutboxKind.PAYMENT_CHANGED, payment, "hello-work");
        story.payments.report(
                Story.HELLO_WORK,
                payment,
                PaymentEvent.PAYMENT_REPORTED,
                Optional.of(LocalDate.of(2026, 4, 1)),
                Story.NOW);
        String id = Long.toString(story.outbox.commit(OutboxKind.PAYMENT_CHANGED, payment, "hello-work"));
        story.outbox.commit(OutboxKind.PAYMENT_CHANGED, UUID.randomUUID(), "hello-work");

        String expected = """
                [{"specversion":"1.0","id":"%s","source":"urn:renkei:gateway","type":"io.renkei.payment.changed",
                "subject":"%s","time":"2026-04-01T01:02:03Z","sequence":"0000000000000000002",
                "datacontenttype":"application/json","data":{"application":"%s","payment":"%s",
                "destination":"hello-work","state":"PAID"}}]""".formatted(id, filing, filing.application().digits(), payment)
                .replace("\n", "");
        assertEquals(expected, text());
    }

    @Test
    void eachOfTheTwoIsWarnedOfTheEndOfADelegationByItsOwnEventWithoutTheOther() throws IOException {
        DelegationId delegation = new DelegationId(UUID.randomUUID());
        for (boolean representative : List.of(false, true)) {
            DelegationWarning warning = new DelegationWarning(
                    UUID.randomUUID(),
                    delegation,
                    representative,
                    LocalDate.of(2026, 5, 1),
                    false,
                    Story.NOW,
                    representative ? List.of(at("city", "z9")) : List.of(at("city", "a1"), at("portal", "a1")));
            story.warnings.all.add(warning);
            story.outbox.commit(OutboxKind.DELEGATION_ENDING, warning.id());
        }
        story.outbox.commit(OutboxKind.DELEGATION_ENDING, UUID.randomUUID());

        List<JsonNode> events = events();

        assertEquals(2, events.size());
        assertEquals("io.renkei.delegation.ending", events.get(0).at("/type").asText());
        assertEquals(delegation.toString(), events.get(1).at("/subject").asText());
        assertEquals(
                "{\"delegation\":\"" + delegation + "\",\"party\":\"principal\",\"inboxes\":[\"a1\"],"
                        + "\"until\":\"2026-05-01\",\"last_day\":false}",
                events.get(0).at("/data").toString());
        assertEquals("representative", events.get(1).at("/data/party").asText());
        assertEquals(0, events.get(1).at("/data/inboxes").size());
    }

    private static PersonInbox at(String portal, String name) {
        return new PersonInbox(new PartnerId(portal), new InboxId(name));
    }

    @Test
    void aCorrectionThatIsAskedForIsOneCloudEventWithoutItsReasons() throws IOException {
        FilingKey filing = story.filing();
        CorrectionRequest request = new CorrectionRequest(
                CorrectionKind.PARTIAL,
                Optional.of(Instant.parse("2026-05-01T00:00:00Z")),
                false,
                List.of(Reason.of("employee.name.kana", "山田太郎のフリガナ")));
        story.put(filing, FilingState.CORRECTION_REQUESTED);
        story.followUps.last.put(filing, new Asked(filing, 2, Instant.parse("2026-04-02T00:00:00Z"), request));
        String id = Long.toString(story.outbox.commit(OutboxKind.CORRECTION_REQUESTED, filing));

        String expected =
                """
                [{"specversion":"1.0","id":"%s","source":"urn:renkei:gateway","type":"io.renkei.correction.requested",
                "subject":"%s","time":"2026-04-02T00:00:00Z","sequence":"0000000000000000001",
                "datacontenttype":"application/json","data":{"application":"%s","procedure":"12",
                "destination":"hello-work","request":2,"kind":"PARTIAL","deadline":"2026-05-01T00:00:00Z"}}]""".formatted(id, filing, filing.application().digits()).replace("\n", "");
        assertEquals(expected, text());
    }

    @Test
    void noEventHoldsPersonalDataOrWhatADestinationSaid() {
        FilingKey filing = story.filing();
        story.changes(filing, FilingState.DECIDED);
        story.available(story.notice(Optional.of(filing)));

        String text = text();
        for (String kept : List.of("山田", "通知書", "労発", "REMOTE-7", "acme", "ARRIVAL-0042", "HELLOWORK-503")) {
            assertFalse(text.contains(kept), kept);
        }
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(text), text);
    }

    @Test
    void whereANoticeWasPlacedIsToldWithItsDigest() throws IOException {
        FilingKey filing = story.filing();
        NoticeView notice = story.notice(Optional.of(filing));
        story.notices.fares(
                notice.id(),
                List.of(
                        new Delivery("portal", Delivery.State.DELIVERED, Story.NOW, ""),
                        new Delivery(
                                "acme-cloud",
                                Delivery.State.DELIVERED,
                                Story.NOW,
                                "",
                                "https://cloud.example/n/1",
                                Optional.empty())));
        story.outbox.commit(OutboxKind.NOTICE_PLACED, notice.id(), "acme-cloud");
        story.outbox.commit(OutboxKind.NOTICE_PLACED, notice.id(), "another");

        List<JsonNode> events = events();
        assertEquals(List.of("io.renkei.notice.placed"), values(events, "type"));
        assertEquals(List.of(filing.toString()), values(events, "subject"));
        JsonNode data = events.get(0).get("data");
        assertEquals("acme-cloud", data.get("channel").asText());
        assertEquals("https://cloud.example/n/1", data.get("reference").asText());
        assertEquals(notice.content().digest().hex(), data.get("sha256").asText());
    }

    @Test
    void changesOfOneFilingThatWaitTogetherAreToldOnceWithTheLastIdAndTheStateOfNow() throws IOException {
        FilingKey one = story.filing();
        FilingKey other = story.filing();
        story.changes(one, FilingState.READY);
        story.changes(one, FilingState.ATTEMPTING);
        String between = story.changes(other, FilingState.READY);
        String last = story.changes(one, FilingState.ARRIVED);

        List<JsonNode> events = events();
        assertEquals(List.of(between, last), values(events, "id"));
        assertEquals("ARRIVED", events.get(1).get("data").get("state").asText());
        assertEquals(3, events.get(1).get("data").get("version").asInt());
    }

    @Test
    void theSequenceGrowsAsTextToo() throws IOException {
        FilingKey filing = story.filing();
        for (int i = 0; i < 12; i++) {
            story.available(story.notice(Optional.of(filing)));
        }
        List<String> sequences = values(events(), "sequence");
        assertEquals(12, sequences.size());
        assertEquals(sequences.stream().sorted().distinct().toList(), sequences);
    }

    @Test
    void thereIsNothingToTellOfWhatIsGoneOrWasNotMatched() {
        story.outbox.commit(OutboxKind.FILING_CHANGED, story.filing());
        story.outbox.commit(OutboxKind.NOTICE_AVAILABLE, UUID.randomUUID());
        story.available(story.notice(Optional.empty()));
        assertEquals(Optional.empty(), story.batch());
    }

    private String text() {
        return new String(story.batch().orElseThrow(), StandardCharsets.UTF_8);
    }

    private List<JsonNode> events() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        new ObjectMapper().readTree(story.batch().orElseThrow()).forEach(events::add);
        return events;
    }

    private static List<String> values(List<JsonNode> events, String attribute) {
        return events.stream().map(event -> event.get(attribute).asText()).toList();
    }
}
