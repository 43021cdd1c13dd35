package io.renkei.ops.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeHold;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.Retention;
import io.renkei.ports.notices.RetentionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EndingsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");
    private static final Retention THIRTY_DAYS =
            notice -> notice.facts().fetchUntil().map(end -> end.plus(Duration.ofDays(30)));

    private final Shelves shelves = new Shelves();
    private final Endings endings = new Endings(shelves, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whatGoesWithinTheDaysIsListedWithItsHoldAndWithoutItsTitle() {
        NoticeId soon = shelves.add(NOW.minus(Duration.ofDays(29)));
        shelves.add(NOW.minus(Duration.ofDays(20)));
        endings.hold(soon, "訴訟", "karaf");
        String shown = Screen.page(() -> endings.within(2, 10, THIRTY_DAYS));
        assertTrue(shown.contains(soon.toString()) && shown.contains("訴訟 (karaf)"), shown);
        assertTrue(shown.contains("by nobody"), shown);
        assertTrue(!shown.contains("山田"), shown);
        assertEquals(
                1,
                ((Endings.Sheet) endings.within(2, 10, THIRTY_DAYS)).endings().size());
        assertEquals(
                2,
                ((Endings.Sheet) endings.within(11, 10, THIRTY_DAYS)).endings().size());
        assertEquals(
                List.of(),
                ((Endings.Sheet) endings.within(11, 10, notice -> Optional.empty())).endings(),
                "where nothing is destroyed nothing goes");
    }

    @Test
    void whatLiesInQuarantineIsListedAmongTheOthersByWhenItGoes() {
        Retention retention = notice -> notice.verdict() == NoticeVerdict.FORGED
                ? Optional.of(NOW.plus(Duration.ofHours(1)))
                : THIRTY_DAYS.erasing(notice);
        NoticeId later = shelves.add(NOW.minus(Duration.ofDays(29)));
        NoticeId forged = shelves.quarantine();
        Endings.Sheet sheet = (Endings.Sheet) endings.within(2, 10, retention);
        assertEquals(
                List.of(forged, later),
                sheet.endings().stream().map(each -> each.notice().id()).toList());
        assertEquals(
                1, ((Endings.Sheet) endings.within(2, 1, retention)).endings().size());
        assertTrue(Screen.page(() -> sheet).contains("FORGED"));
    }

    @Test
    void aHoldIsKeptOnceAndLifted() {
        NoticeId id = shelves.add(NOW);
        endings.hold(id, "first", "karaf");
        Endings.HeldSheet again = (Endings.HeldSheet) endings.hold(id, "second", "other");
        assertEquals("first", again.holds().get(0).reason(), "the first order stays, and is shown");
        assertEquals(List.of(), ((Endings.HeldSheet) endings.release(id, "karaf")).holds());
        assertThrows(OpsFault.class, () -> endings.release(id, "karaf"));
    }

    @Test
    void whatCannotBeHeldIsSaid() {
        NoticeId unknown = new NoticeId(UUID.randomUUID());
        OpsFault fault = assertThrows(OpsFault.class, () -> endings.hold(unknown, "x", "karaf"));
        assertTrue(fault.getMessage().contains("cannot be held"), fault::getMessage);
        NoticeId id = shelves.add(NOW);
        assertThrows(OpsFault.class, () -> endings.hold(id, " ", "karaf"));
        assertThrows(OpsFault.class, () -> endings.hold(id, "two\nlines", "karaf"));
        assertThrows(OpsFault.class, () -> endings.within(0, 10, THIRTY_DAYS));
    }

    /** Notices by their end, and their holds. */
    private static final class Shelves implements RetentionStore {

        private final List<NoticeView> notices = new ArrayList<>();
        private final Map<NoticeId, NoticeHold> held = new LinkedHashMap<>();

        NoticeId add(Instant until) {
            return add(NoticeVerdict.MATCHED, Optional.of(until));
        }

        NoticeId quarantine() {
            return add(NoticeVerdict.FORGED, Optional.empty());
        }

        private NoticeId add(NoticeVerdict verdict, Optional<Instant> until) {
            NoticeId id = new NoticeId(UUID.randomUUID());
            NoticeFacts received = NoticeFacts.received(NOW.minus(Duration.ofDays(200)));
            notices.add(new NoticeView(
                    id,
                    new DestinationId("hello-work"),
                    "rest",
                    "",
                    verdict,
                    "雇保第1号",
                    Optional.empty(),
                    until.map(end -> new PartnerId("acme")),
                    "通知書 山田花子",
                    "",
                    new ContentRef(UUID.randomUUID(), 1, Sha256.of(new byte[1])),
                    new NoticeFacts(
                            received.times(),
                            Optional.empty(),
                            Optional.empty(),
                            until,
                            Optional.empty(),
                            Optional.empty(),
                            0),
                    false));
            return id;
        }

        @Override
        public List<NoticeView> quarantined(Instant until, Instant waiting, int limit) {
            return notices.stream()
                    .filter(each -> each.verdict() == NoticeVerdict.FORGED)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Quarantine quarantine(Instant since) {
            throw new UnsupportedOperationException("no command counts");
        }

        @Override
        public int eraseQuarantined(Instant until, Instant waiting, Instant at, int limit) {
            throw new UnsupportedOperationException("no command destroys");
        }

        @Override
        public List<NoticeView> ending(Instant until, int limit) {
            return notices.stream()
                    .filter(each -> each.facts()
                            .fetchUntil()
                            .filter(end -> !end.isAfter(until))
                            .isPresent())
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<NoticeHold> hold(NoticeId id) {
            return Optional.ofNullable(held.get(id));
        }

        @Override
        public List<NoticeHold> holds(int limit) {
            return List.copyOf(held.values());
        }

        @Override
        public boolean hold(NoticeHold order) {
            boolean isKnown = notices.stream().anyMatch(each -> each.id().equals(order.notice()));
            return isKnown && held.putIfAbsent(order.notice(), order) == null;
        }

        @Override
        public boolean release(NoticeId id, String by, Instant at) {
            return held.remove(id) != null;
        }

        @Override
        public int erase(Instant over, Instant at, int limit) {
            throw new UnsupportedOperationException("no command destroys");
        }
    }
}
