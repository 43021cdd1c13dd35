package io.renkei.portal.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.ProcedureId;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.notices.MemoryNotices;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.payments.MemoryPayments;
import io.renkei.ports.state.FilingView;
import io.renkei.ports.state.MemoryFilings;
import io.renkei.ports.state.OutboxKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Filings and notices of some people, and what was committed about them. */
final class Story {

    static final DestinationId HELLO_WORK = new DestinationId("hello-work");
    static final Instant NOW = Instant.parse("2026-04-01T01:02:03Z");

    final MemoryOutbox outbox = new MemoryOutbox();
    final MemoryFilings filings = new MemoryFilings();
    final MemoryNotices notices = new MemoryNotices();
    final Deliveries deliveries = new Deliveries(notices, Clock.fixed(NOW, ZoneOffset.UTC));
    final MemoryFollowUps followUps = new MemoryFollowUps();
    final MemoryPayments payments = new MemoryPayments();
    final MemoryWarnings warnings = new MemoryWarnings();
    final Events events = new Events(
            filings,
            followUps,
            notices,
            payments,
            warnings,
            () -> Optional.of(new PartnerId("portal")),
            Clock.fixed(NOW, ZoneOffset.UTC));
    private final Random random = new Random(67);

    FilingKey filing() {
        return new FilingKey(ArrivalNumber.draw(LocalDate.of(2026, 4, 1), random), 1);
    }

    /** @return the event's id */
    String changes(FilingKey filing, FilingState state) {
        put(filing, state);
        return Long.toString(outbox.commit(OutboxKind.FILING_CHANGED, filing));
    }

    /** One version later than before. */
    void put(FilingKey filing, FilingState state) {
        long version = filings.find(filing).map(FilingView::version).orElse(0L) + 1;
        filings.put(new FilingView(
                filing,
                new ProcedureId("12"),
                HELLO_WORK,
                state,
                version,
                1,
                Optional.empty(),
                Optional.of("HELLOWORK-503"),
                List.of(new ReceiptNumber(HELLO_WORK, "arrival", "ARRIVAL-0042"))));
    }

    NoticeView notice(Optional<FilingKey> filing) {
        NoticeView notice = new NoticeView(
                new NoticeId(new UUID(random.nextLong(), random.nextLong())),
                HELLO_WORK,
                "soap",
                "REMOTE-7",
                NoticeVerdict.MATCHED,
                "労発0401第7号",
                filing,
                Optional.of(new PartnerId("acme")),
                "山田花子様 資格取得等確認通知書",
                "",
                new ContentRef(UUID.randomUUID(), 3, Sha256.of(new byte[] {1, 2, 3})),
                NoticeFacts.received(NOW.minusSeconds(60)).with(NoticeFact.AVAILABLE, NOW.minusSeconds(5)),
                false);
        notices.put(notice);
        return notice;
    }

    /** Without a seal, and of no filing. */
    NoticeView message() {
        NoticeView plain = notice(Optional.empty());
        NoticeView message = new NoticeView(
                plain.id(),
                plain.from(),
                "poll",
                "M-1",
                NoticeVerdict.UNSEALED,
                "M-1",
                Optional.empty(),
                plain.addressee(),
                plain.title(),
                "",
                plain.content(),
                plain.facts(),
                false);
        notices.put(message);
        return message;
    }

    /** @return the event's id */
    String available(NoticeView notice) {
        return tells(OutboxKind.NOTICE_AVAILABLE, notice);
    }

    /** @return the event's id */
    String tells(OutboxKind kind, NoticeView notice) {
        return Long.toString(outbox.commit(kind, notice.id()));
    }

    /** A notice that has a successor and an end. */
    NoticeView noticeWith(NoticeFact fact, NoticeId successor, Instant until) {
        NoticeView plain = notice(Optional.of(filing()));
        NoticeFacts facts = plain.facts().with(fact, NOW.minusSeconds(1));
        return notices.replace(
                plain,
                new NoticeFacts(
                        facts.times(),
                        facts.issued(),
                        facts.verification(),
                        Optional.of(until),
                        Optional.of(successor),
                        facts.rival(),
                        0),
                false);
    }

    /** What waits, as one batch. */
    Optional<byte[]> batch() {
        List<Optional<byte[]>> batches = new java.util.ArrayList<>();
        outbox.drain(Events.kinds(), 200, rows -> batches.add(events.batch(rows)));
        return batches.isEmpty() ? Optional.empty() : batches.get(0);
    }
}
