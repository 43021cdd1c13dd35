package io.renkei.ports.notices;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.content.StagedContent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Notices in memory, which are found and told to channels. How they come in, are judged, listed and read is added by those whose
 * tests need it; else it is refused.
 */
public class MemoryNotices implements NoticeStore {

    private final List<NoticeView> rows = new CopyOnWriteArrayList<>();
    private final Map<NoticeId, List<Delivery>> deliveries = new ConcurrentHashMap<>();

    /** The channel that took word of each first. */
    public final Map<NoticeId, String> delivered = new ConcurrentHashMap<>();

    /** Puts it first, or in the place of what it was before. */
    public final synchronized void put(NoticeView notice) {
        if (stored(notice.id()).isEmpty()) {
            rows.add(0, notice);
        } else {
            rows.replaceAll(each -> each.id().equals(notice.id()) ? notice : each);
        }
    }

    /** Puts the same notice with these facts in its place. */
    public final NoticeView replace(NoticeView notice, NoticeFacts facts, boolean read) {
        NoticeView after = new NoticeView(
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
                facts,
                read);
        put(after);
        return after;
    }

    /** Each of them, newest first. */
    public final List<NoticeView> all() {
        return List.copyOf(rows);
    }

    private Optional<NoticeView> stored(NoticeId id) {
        return rows.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public Optional<NoticeView> find(NoticeId id) {
        return stored(id);
    }

    @Override
    public Optional<NoticeView> find(PartnerId addressee, NoticeId id) {
        return stored(id).filter(each -> each.addressee().equals(Optional.of(addressee)));
    }

    /** How a notice fares, as a test says. */
    public final void fares(NoticeId id, List<Delivery> channels) {
        deliveries.put(id, channels);
    }

    @Override
    public List<Delivery> deliveries(NoticeId id) {
        return deliveries.getOrDefault(id, List.of());
    }

    @Override
    public void delivered(String channel, Set<NoticeId> ids, Instant at) {
        ids.forEach(id -> delivered.putIfAbsent(id, channel));
    }

    @Override
    public ReceiveNotice.Taken keep(
            DestinationId from, String channel, String remoteId, StagedContent content, Instant received) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NoticeView judge(NoticeId id, Judgement judgement, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<FilingKey> filingByReceipt(DestinationId destination, String receiptNumber) {
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
    public List<NoticeView> list(NoticeFact fact, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<NoticeView> numbered(DestinationId issuer, String number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<NoticeView> orphans(Instant since, int limit) {
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
    public boolean markRead(PartnerId addressee, NoticeId id, boolean read) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<NoticeView> expired(DestinationId from, Optional<NoticeId> after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int passDeadlines(Instant now, int limit) {
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
    public void placed(String channel, NoticeId id, String reference, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void failed(String channel, NoticeId id, String code, Instant at) {
        throw new UnsupportedOperationException();
    }
}
