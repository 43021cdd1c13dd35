package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.content.ContentTooLarge;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.MemoryNotices;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
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
final class TakenNotices extends MemoryNotices implements ReceiveNotice {

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
}
