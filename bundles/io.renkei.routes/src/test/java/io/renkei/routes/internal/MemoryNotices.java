package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Takes notices, and knows which were fetched. */
final class MemoryNotices implements ReceiveNotice, NoticeStore {

    static final int MOST_BYTES = 1_000;

    final Map<String, byte[]> taken = new ConcurrentHashMap<>();
    final List<NoticeView> fetched = new CopyOnWriteArrayList<>();
    final Map<NoticeId, String> untold = new ConcurrentHashMap<>();
    final List<Came> came = new CopyOnWriteArrayList<>();
    volatile NoticeVerdict verdict = NoticeVerdict.RECEIVED;
    private final Map<NoticeId, DestinationId> received = new ConcurrentHashMap<>();

    /** One call. */
    record Came(DestinationId from, String channel, String remoteId, DeliveryNote note, boolean repeated) {}

    @Override
    public Taken receive(DestinationId from, String channel, String remoteId, DeliveryNote note, InputStream body)
            throws IOException {
        byte[] bytes = body.readAllBytes();
        if (bytes.length > MOST_BYTES) {
            throw new ContentTooLarge(MOST_BYTES);
        }
        String key = remoteId.isEmpty() ? Sha256.of(bytes).hex() : remoteId;
        boolean repeated = taken.put(key, bytes) != null;
        NoticeId id = new NoticeId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
        came.add(new Came(from, channel, remoteId, note, repeated));
        received.putIfAbsent(id, from);
        return new Taken(id, repeated);
    }

    @Override
    public List<NoticeView> receiptsDue(DestinationId from, int limit) {
        return fetched.stream()
                .filter(each -> each.from().equals(from))
                .limit(limit)
                .toList();
    }

    @Override
    public Set<DestinationId> withReceiptsDue(Set<DestinationId> among) {
        return fetched.stream().map(NoticeView::from).filter(among::contains).collect(Collectors.toSet());
    }

    @Override
    public void receiptSent(NoticeId id, Instant at) {
        fetched.removeIf(each -> each.id().equals(id));
    }

    @Override
    public void untold(NoticeId id, String code, Instant at) {
        fetched.removeIf(each -> each.id().equals(id));
        untold.put(id, code);
    }

    @Override
    public List<NoticeView> expired(DestinationId from, Optional<NoticeId> after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Taken keep(DestinationId from, String channel, String id, StagedContent content, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** As it stands: not judged until {@link #verdict} says so. */
    @Override
    public Optional<NoticeView> find(NoticeId id) {
        return Optional.ofNullable(received.get(id))
                .map(from -> new NoticeView(
                        id,
                        from,
                        "poll",
                        "",
                        verdict,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        verdict == NoticeVerdict.FORGED ? "NOTICES-003" : "",
                        new ContentRef(UUID.randomUUID(), 1, Sha256.of(new byte[0])),
                        NoticeFacts.received(Instant.EPOCH),
                        false));
    }

    @Override
    public Optional<NoticeView> find(PartnerId addressee, NoticeId id) {
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
    public Optional<NoticeView> numbered(DestinationId issuer, String number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<NoticeView> list(NoticeFact fact, int limit) {
        throw new UnsupportedOperationException();
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
    public int passDeadlines(Instant now, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean markRead(PartnerId addressee, NoticeId id, boolean read) {
        throw new UnsupportedOperationException();
    }
}
