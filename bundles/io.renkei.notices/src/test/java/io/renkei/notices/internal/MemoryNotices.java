package io.renkei.notices.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.content.ContentTooLarge;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.InboxFilter;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.StateUnavailable;
import io.renkei.ports.state.Transition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Notices and their bytes, as the contract of both stores says. */
final class MemoryNotices implements NoticeStore, ContentStore {

    final Map<NoticeId, NoticeView> rows = new LinkedHashMap<>();
    final Map<NoticeId, Said> said = new ConcurrentHashMap<>();
    final Map<String, FilingKey> receipts = new ConcurrentHashMap<>();
    private final Map<UUID, byte[]> bodies = new ConcurrentHashMap<>();
    private final Map<NoticeId, DeliveryNote> notes = new ConcurrentHashMap<>();
    private final FilingStore filings;
    volatile int outage;
    Runnable beforeJudging = () -> {};

    MemoryNotices(FilingStore filings) {
        this.filings = filings;
    }

    @Override
    public StagedContent stage(InputStream body, long limit) throws IOException {
        byte[] bytes = body.readNBytes((int) limit + 1);
        if (bytes.length > limit) {
            throw new ContentTooLarge(limit);
        }
        ContentRef ref = new ContentRef(UUID.randomUUID(), bytes.length, Sha256.of(bytes));
        bodies.put(ref.id(), bytes);
        return () -> ref;
    }

    @Override
    public InputStream open(UUID id) {
        return new ByteArrayInputStream(bodies.get(id));
    }

    @Override
    public synchronized ReceiveNotice.Taken keep(
            DestinationId from, String channel, String remoteId, StagedContent content, Instant received) {
        for (NoticeView each : rows.values()) {
            if (each.from().equals(from)
                    && each.content().digest().equals(content.ref().digest())) {
                return new ReceiveNotice.Taken(each.id(), true);
            }
        }
        NoticeId id = new NoticeId(UUID.randomUUID());
        rows.put(
                id,
                new NoticeView(
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
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public synchronized NoticeView judge(NoticeId id, Judgement judgement, Instant at) {
        beforeJudging.run();
        NoticeView now = rows.get(id);
        if (!Set.of(NoticeVerdict.RECEIVED, NoticeVerdict.ORPHAN).contains(now.verdict())) {
            return now;
        }
        NoticeVerdict verdict = judgement.verdict();
        if (verdict == NoticeVerdict.MATCHED) {
            boolean known = rows.values().stream()
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
        rows.put(id, after);
        said.put(id, judgement.said());
        return after;
    }

    /** As the store of retention does with what came into no inbox. */
    synchronized void erase(NoticeId id, Instant at) {
        NoticeView gone = rows.get(id);
        bodies.remove(gone.content().id());
        rows.put(
                id,
                new NoticeView(
                        id,
                        gone.from(),
                        gone.channel(),
                        gone.remoteId(),
                        gone.verdict(),
                        gone.issuerNumber(),
                        gone.filing(),
                        gone.addressee(),
                        gone.title(),
                        gone.code(),
                        gone.content(),
                        gone.facts().with(NoticeFact.ERASED, at),
                        gone.read()));
    }

    @Override
    public Optional<FilingKey> filingByReceipt(DestinationId destination, String receiptNumber) {
        return Optional.ofNullable(receipts.get(destination + " " + receiptNumber));
    }

    @Override
    public synchronized List<NoticeView> orphans(Instant since, int limit) {
        return rows.values().stream()
                .filter(each -> each.verdict() == NoticeVerdict.ORPHAN)
                .filter(each -> !each.received().isBefore(since))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<NoticeView> find(PartnerId addressee, NoticeId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<NoticeView> inbox(PartnerId addressee, InboxFilter filter, Optional<NoticeId> before, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<NoticeView> list(NoticeVerdict verdict, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void seen(PartnerId addressee, List<NoticeId> ids, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void fetched(PartnerId addressee, NoticeId id, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<NoticeView> receiptsDue(DestinationId from, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void receiptSent(NoticeId id, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void untold(NoticeId id, String code, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<NoticeView> expired(DestinationId from, Optional<NoticeId> after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ContentRef store(CaseKeyId caseKey, InputStream body, long limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CaseKeyId newCaseKey() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroyCaseKey(CaseKeyId caseKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discard(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int sweepOrphans(int limit) {
        return 0;
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
        return rows.values().stream()
                .filter(each -> each.verdict().isDelivered() && each.from().equals(issuer))
                .filter(each -> each.issuerNumber().equals(number))
                .findFirst();
    }

    @Override
    public synchronized List<NoticeView> list(NoticeFact fact, int limit) {
        return rows.values().stream()
                .filter(each -> each.facts().has(fact))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Delivery> deliveries(NoticeId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delivered(String channel, Set<NoticeId> ids, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void placed(String channel, NoticeId id, String reference, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void failed(String channel, NoticeId id, String code, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized int passDeadlines(Instant now, int limit) {
        int passed = 0;
        for (NoticeView notice : List.copyOf(rows.values())) {
            if (passed < limit && notice.facts().isOver(now) && !notice.facts().has(NoticeFact.EXPIRED)) {
                mark(notice, NoticeFact.EXPIRED, now);
                mark(rows.get(notice.id()), NoticeFact.FALLBACK_STARTED, now);
                passed++;
            }
        }
        return passed;
    }

    void mark(NoticeView notice, NoticeFact fact, Instant at) {
        rows.put(
                notice.id(),
                new NoticeView(
                        notice.id(),
                        notice.from(),
                        notice.channel(),
                        notice.remoteId(),
                        notice.verdict(),
                        notice.issuerNumber(),
                        notice.filing(),
                        notice.addressee(),
                        notice.title(),
                        notice.code(),
                        notice.content(),
                        notice.facts().with(fact, at),
                        notice.read()));
    }

    @Override
    public boolean markRead(PartnerId addressee, NoticeId id, boolean read) {
        throw new UnsupportedOperationException();
    }
}
