package io.renkei.portal.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.InboxFilter;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.ReceiveNotice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notices that can be looked up. */
final class MemoryNotices implements NoticeStore {

    private final Map<NoticeId, NoticeView> rows = new ConcurrentHashMap<>();

    final Map<NoticeId, String> delivered = new ConcurrentHashMap<>();
    final Map<NoticeId, List<Delivery>> deliveries = new ConcurrentHashMap<>();

    void put(NoticeView notice) {
        rows.put(notice.id(), notice);
    }

    @Override
    public Optional<NoticeView> find(NoticeId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Optional<NoticeView> find(PartnerId addressee, NoticeId id) {
        throw new UnsupportedOperationException();
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
    public Optional<NoticeView> numbered(DestinationId issuer, String number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<NoticeView> list(NoticeFact fact, int limit) {
        throw new UnsupportedOperationException();
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
    public void placed(String channel, NoticeId id, String reference, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void failed(String channel, NoticeId id, String code, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int passDeadlines(Instant now, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean markRead(PartnerId addressee, NoticeId id, boolean read) {
        throw new UnsupportedOperationException();
    }
}
