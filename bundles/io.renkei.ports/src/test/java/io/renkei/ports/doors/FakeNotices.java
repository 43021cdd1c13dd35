package io.renkei.ports.doors;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentTooLarge;
import io.renkei.ports.content.MemoryContents;
import io.renkei.ports.content.StagedContent;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.DeliveryNote;
import io.renkei.ports.notices.InboxFilter;
import io.renkei.ports.notices.MemoryNotices;
import io.renkei.ports.notices.MessageStore;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeOrigin;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.notices.UnsealedMessage;
import io.renkei.ports.state.StateUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An inbox with its documents, and the taking of notices, in memory. */
public final class FakeNotices extends MemoryNotices implements ReceiveNotice {

    public final List<NoticeId> seen = new CopyOnWriteArrayList<>();
    public final List<NoticeId> fetched = new CopyOnWriteArrayList<>();
    public final List<String> taken = new CopyOnWriteArrayList<>();
    public final List<DeliveryNote> notes = new CopyOnWriteArrayList<>();
    /** How each notice fares. */
    public final List<Delivery> channels = new CopyOnWriteArrayList<>(
            List.of(new Delivery(Delivery.PORTAL, Delivery.State.DELIVERED, FakeIntake.NOW, "")));

    public volatile boolean databaseGone;

    /** Their documents. */
    public final MemoryContents contents = new MemoryContents() {
        @Override
        public InputStream open(UUID id) throws IOException {
            requireDatabase();
            return super.open(id);
        }
    };

    private final Map<String, NoticeId> ids = new ConcurrentHashMap<>();

    /** Where messages without a seal came from. */
    public final Map<NoticeId, NoticeOrigin> origins = new ConcurrentHashMap<>();

    public final MessageStore messages = new MessageStore() {
        @Override
        public Taken keep(
                DestinationId from,
                UnsealedMessage message,
                StagedContent content,
                Optional<Window> window,
                Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<NoticeOrigin> origin(NoticeId id) {
            return Optional.ofNullable(origins.get(id));
        }
    };

    /** A message without a seal that concerns no filing. */
    public NoticeView addMessage(PartnerId addressee, String message) {
        NoticeView notice = add(addressee, message);
        NoticeView unsealed = new NoticeView(
                notice.id(),
                notice.from(),
                "poll",
                "M-1",
                NoticeVerdict.UNSEALED,
                "M-1",
                Optional.empty(),
                notice.addressee(),
                "お知らせ",
                "",
                notice.content(),
                NoticeFacts.received(FakeIntake.NOW).with(NoticeFact.AUTHENTICATED, FakeIntake.NOW),
                false);
        put(unsealed);
        origins.put(unsealed.id(), new NoticeOrigin("box.example.jp:443", Sha256.of(new byte[] {7})));
        return unsealed;
    }

    public NoticeView add(PartnerId addressee, String document) {
        NoticeView view = new NoticeView(
                new NoticeId(UUID.randomUUID()),
                new DestinationId("hello-work"),
                "poll",
                "KOUBUN-1",
                NoticeVerdict.MATCHED,
                "雇保第123号",
                Optional.of(new FilingKey(new ArrivalNumber("200001010000000004"), 1)),
                Optional.of(addressee),
                "雇用保険被保険者資格取得等確認通知書",
                "",
                contents.put(document.getBytes(StandardCharsets.UTF_8)),
                NoticeFacts.received(FakeIntake.NOW).with(NoticeFact.AVAILABLE, FakeIntake.NOW),
                false);
        put(view);
        return view;
    }

    public void lose(NoticeView view) {
        contents.discard(view.content().id());
    }

    @Override
    public Taken receive(DestinationId from, String channel, String remoteId, DeliveryNote note, InputStream body)
            throws IOException {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        if (text.contains("大きすぎ")) {
            throw new ContentTooLarge(10);
        }
        requireDatabase();
        taken.add(from + " " + channel + " " + remoteId + " " + text);
        notes.add(note);
        NoticeId fresh = new NoticeId(UUID.randomUUID());
        NoticeId before = ids.putIfAbsent(from + text, fresh);
        return new Taken(before == null ? fresh : before, before != null);
    }

    private void requireDatabase() throws IOException {
        if (databaseGone) {
            throw new IOException("JOURNAL-011", new StateUnavailable("jdbc:postgresql://db.internal refused", null));
        }
    }

    @Override
    public Optional<NoticeView> find(NoticeId id) {
        throw new UnsupportedOperationException("the door asks for one partner's only");
    }

    @Override
    public List<NoticeView> inbox(PartnerId addressee, InboxFilter filter, Optional<NoticeId> before, int limit) {
        List<NoticeView> found = new ArrayList<>();
        boolean take = before.isEmpty();
        for (NoticeView view : own(addressee)) {
            if (take && found.size() < limit && fits(view, filter)) {
                found.add(view);
            }
            take |= before.isPresent() && view.id().equals(before.get());
        }
        return found;
    }

    private static boolean fits(NoticeView view, InboxFilter filter) {
        return !(filter.unread() && view.read())
                && filter.destination()
                        .filter(from -> !from.equals(view.from()))
                        .isEmpty()
                && filter.until()
                        .filter(until -> !view.received().isBefore(until))
                        .isEmpty()
                && filter.state().filter(state -> !view.facts().has(state)).isEmpty();
    }

    /** The end of one that was withdrawn. */
    public void over(NoticeView view, Instant end) {
        over(view, NoticeFact.WITHDRAWN, end);
    }

    /** The end of one to which this happened then. */
    public void over(NoticeView view, NoticeFact fact, Instant end) {
        NoticeFacts facts = view.facts().with(fact, end);
        replace(
                view,
                new NoticeFacts(
                        facts.times(),
                        facts.issued(),
                        facts.verification(),
                        Optional.of(end),
                        Optional.of(view.id()),
                        facts.rival(),
                        0),
                true);
    }

    @Override
    public void seen(PartnerId addressee, List<NoticeId> noticeIds, Instant at) {
        seen.addAll(noticeIds);
    }

    @Override
    public void fetched(PartnerId addressee, NoticeId id, Instant at) {
        fetched.add(id);
    }

    private List<NoticeView> own(PartnerId addressee) {
        return all().stream()
                .filter(view -> view.addressee().equals(Optional.of(addressee)))
                .toList();
    }

    @Override
    public List<NoticeView> expired(DestinationId from, Optional<NoticeId> after, int limit) {
        List<NoticeView> all = new ArrayList<>(all());
        Collections.reverse(all);
        return all.stream()
                .filter(each -> each.from().equals(from) && each.facts().has(NoticeFact.EXPIRED))
                .dropWhile(each -> after.isPresent() && !each.id().equals(after.get()))
                .skip(after.isPresent() ? 1 : 0)
                .limit(limit)
                .toList();
    }

    /** One that nobody fetched in its time. */
    public NoticeView addExpired(PartnerId addressee, String document) {
        NoticeView notice = add(addressee, document);
        return replace(notice, notice.facts().with(NoticeFact.EXPIRED, FakeIntake.NOW), false);
    }

    @Override
    public List<Delivery> deliveries(NoticeId id) {
        return channels;
    }

    @Override
    public boolean markRead(PartnerId addressee, NoticeId id, boolean read) {
        NoticeView view = find(addressee, id).orElseThrow();
        replace(view, view.facts(), read);
        return true;
    }
}
