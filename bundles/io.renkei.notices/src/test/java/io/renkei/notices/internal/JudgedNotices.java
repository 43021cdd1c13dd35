package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.content.MemoryContents;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.MemoryNotices;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.state.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Notices that are kept and judged, as the contract of the store says. */
final class JudgedNotices extends MemoryNotices {

    final MemoryContents contents = new MemoryContents();
    final Map<NoticeId, Said> said = new ConcurrentHashMap<>();
    final Map<String, FilingKey> receipts = new ConcurrentHashMap<>();
    private final Map<NoticeId, DeliveryNote> notes = new ConcurrentHashMap<>();
    private final FilingStore filings;
    volatile int outage;
    Runnable beforeJudging = () -> {};

    JudgedNotices(FilingStore filings) {
        this.filings = filings;
    }

    @Override
    public synchronized ReceiveNotice.Taken keep(
            DestinationId from, String channel, String remoteId, StagedContent content, Instant received) {
        for (NoticeView each : all()) {
            if (each.from().equals(from)
                    && each.content().digest().equals(content.ref().digest())) {
                return new ReceiveNotice.Taken(each.id(), true);
            }
        }
        NoticeId id = new NoticeId(UUID.randomUUID());
        put(new NoticeView(
                id,
                from,
                channel,
                remoteId,
                NoticeVerdict.RECEIVED,
                "",
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                content.ref(),
                NoticeFacts.received(received),
                false));
        return new ReceiveNotice.Taken(id, false);
    }

    @Override
    public synchronized ReceiveNotice.Taken keep(
            DestinationId from,
            String channel,
            String remoteId,
            DeliveryNote note,
            StagedContent content,
            Instant received) {
        ReceiveNotice.Taken taken = keep(from, channel, remoteId, content, received);
        if (!note.isEmpty()) {
            notes.putIfAbsent(taken.id(), note);
        }
        return taken;
    }

    @Override
    public DeliveryNote note(NoticeId id) {
        return notes.getOrDefault(id, DeliveryNote.NONE);
    }

    @Override
    public synchronized Optional<NoticeView> find(NoticeId id) {
        if (outage > 0) {
            outage--;
            throw new StateUnavailable("the database is away", null);
        }
        return super.find(id);
    }

    @Override
    public synchronized NoticeView judge(NoticeId id, Judgement judgement, Instant at) {
        beforeJudging.run();
        NoticeView now = row(id);
        if (!Set.of(NoticeVerdict.RECEIVED, NoticeVerdict.ORPHAN).contains(now.verdict())) {
            return now;
        }
        NoticeVerdict verdict = judgement.verdict();
        if (verdict == NoticeVerdict.MATCHED) {
            boolean known = all().stream()
                    .anyMatch(each -> each.verdict() == NoticeVerdict.MATCHED
                            && each.from().equals(now.from())
                            && each.issuerNumber().equals(judgement.issuerNumber()));
            boolean foreign = judgement
                    .said()
                    .replaces()
                    .flatMap(earlier -> numbered(now.from(), earlier.number()))
                    .filter(earlier -> !earlier.filing().equals(judgement.filing()))
                    .isPresent();
            if (foreign) {
                return now;
            }
            if (known) {
                verdict = NoticeVerdict.DUPLICATE;
            } else if (judgement.change().isPresent()
                    && !(filings.apply(judgement.change().get()) instanceof Transition.Made)) {
                return now;
            }
        }
        NoticeView after = new NoticeView(
                id,
                now.from(),
                now.channel(),
                now.remoteId(),
                verdict,
                judgement.issuerNumber(),
                judgement.filing(),
                Optional.empty(),
                judgement.title(),
                judgement.code(),
                now.content(),
                verdict == NoticeVerdict.MATCHED ? matched(now.facts(), judgement, at) : now.facts(),
                false);
        put(after);
        said.put(id, judgement.said());
        return after;
    }

    @Override
    public Optional<FilingKey> filingByReceipt(DestinationId destination, String receiptNumber) {
        return Optional.ofNullable(receipts.get(destination + " " + receiptNumber));
    }

    @Override
    public synchronized List<NoticeView> orphans(Instant since, int limit) {
        return all().stream()
                .filter(each -> each.verdict() == NoticeVerdict.ORPHAN)
                .filter(each -> !each.received().isBefore(since))
                .limit(limit)
                .toList();
    }

    private static NoticeFacts matched(NoticeFacts facts, Judgement judgement, Instant at) {
        NoticeFacts more = facts.with(NoticeFact.AVAILABLE, at);
        return new NoticeFacts(
                more.times(),
                judgement.said().issued(),
                judgement.verification(),
                judgement.said().window().map(Window::until),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    @Override
    public synchronized Optional<NoticeView> numbered(DestinationId issuer, String number) {
        return all().stream()
                .filter(each -> each.verdict().isDelivered() && each.from().equals(issuer))
                .filter(each -> each.issuerNumber().equals(number))
                .findFirst();
    }

    @Override
    public synchronized List<NoticeView> list(NoticeFact fact, int limit) {
        return all().stream()
                .filter(each -> each.facts().has(fact))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int passDeadlines(Instant now, int limit) {
        int passed = 0;
        for (NoticeView notice : all()) {
            if (passed < limit && notice.facts().isOver(now) && !notice.facts().has(NoticeFact.EXPIRED)) {
                mark(notice, NoticeFact.EXPIRED, now);
                mark(row(notice.id()), NoticeFact.FALLBACK_STARTED, now);
                passed++;
            }
        }
        return passed;
    }

    void mark(NoticeView notice, NoticeFact fact, Instant at) {
        replace(notice, notice.facts().with(fact, at), notice.read());
    }

    /** As it stands, even while the database is away. */
    NoticeView row(NoticeId id) {
        return super.find(id).orElseThrow();
    }
}
