package io.renkei.notices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.health.Finding;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeHold;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.RetentionStore;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErasuresTest {

    /** 2026-11-29, ten in the morning in Japan. */
    private static final Instant NOW = Instant.parse("2026-11-29T01:00:00Z");

    private final Shelves shelves = new Shelves();
    private final Moving clock = new Moving(NOW);
    private RetentionSettings settings = new RetentionSettings(Optional.of(Span.parse("P30D")), Duration.ofMinutes(10));
    private final Erasures erasures = new Erasures(shelves, () -> settings, clock);

    @ParameterizedTest
    @CsvSource({
        "P30D, 2026-10-29T14:59:59Z, true",
        "P30D, 2026-10-29T15:00:00Z, false",
        "PT1H, 2026-11-29T00:00:00Z, true",
        "PT1H, 2026-11-29T00:00:01Z, false",
        "P1M, 2026-10-28T14:59:59Z, true",
        "P1M, 2026-10-28T15:00:00Z, false",
    })
    void whatIsDestroyedHasBeenOverForAsLongAsTheSettingsSayAndAsTheListTells(String after, Instant end, boolean goes) {
        settings = new RetentionSettings(Optional.of(Span.parse(after)), Duration.ofMinutes(10));
        NoticeView notice = shelves.add(end);
        erasures.look();
        assertEquals(goes, shelves.erased.contains(notice.id()));
        Instant told = settings.erasing(notice.facts()).orElseThrow();
        assertEquals(goes, !told.isAfter(NOW), told::toString);
    }

    @Test
    void oneLookTakesAllThatIsOverInSmallBatches() {
        for (int i = 0; i < 50; i++) {
            shelves.add(NOW.minus(Duration.ofDays(60)));
        }
        erasures.look();
        assertEquals(50, shelves.erased.size());
        assertEquals(List.of(20, 20, 20), shelves.limits);
    }

    @Test
    void anEmptySettingDestroysNothingAndSaysSo() {
        settings = new RetentionSettings(Optional.empty(), Duration.ofMinutes(10));
        NoticeView notice = shelves.add(NOW.minus(Duration.ofDays(600)));
        erasures.look();
        assertEquals(List.of(), shelves.erased);
        assertEquals(Finding.Level.OK, erasures.findings().get(0).level());
        assertEquals(Optional.empty(), settings.erasing(notice.facts()));
    }

    @Test
    void whatStaysADayTooLongIsAWarningUnlessItIsHeld() {
        NoticeView stuck = shelves.add(NOW.minus(Duration.ofDays(33)));
        shelves.isStuck = true;
        erasures.look();
        Finding finding = erasures.findings().get(0);
        assertEquals(Finding.Level.WARNING, finding.level());
        assertTrue(finding.sentence().startsWith("NOTICES-033: "), finding::sentence);

        shelves.hold(new NoticeHold(stuck.id(), "訴訟", "karaf", NOW));
        erasures.look();
        assertEquals(Finding.Level.OK, erasures.findings().get(0).level());
    }

    @Test
    void faultsOfTheFileAreToldAtOnce() throws Exception {
        RetentionConfig wrong = config(Map.of("erase_after", "30 days", "erase_pause_millis", 1L));
        String message = assertThrows(IllegalArgumentException.class, () -> RetentionSettings.of(wrong))
                .getMessage();
        assertTrue(message.contains("erase.after: ") && message.contains("erase.pause.millis lies"), message);
        assertEquals(
                Optional.empty(),
                RetentionSettings.of(config(Map.of("erase_after", " "))).after());
    }

    private static RetentionConfig config(Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>();
        for (Method key : RetentionConfig.class.getDeclaredMethods()) {
            all.put(key.getName(), key.getDefaultValue());
        }
        all.putAll(given);
        return (RetentionConfig) Proxy.newProxyInstance(
                RetentionConfig.class.getClassLoader(),
                new Class<?>[] {RetentionConfig.class},
                (proxy, key, arguments) -> all.get(key.getName()));
    }

    /** Documents by their end. */
    private static final class Shelves implements RetentionStore {

        private final Map<NoticeId, NoticeView> notices = new HashMap<>();
        private final Map<NoticeId, NoticeHold> held = new HashMap<>();
        private final List<NoticeId> erased = new ArrayList<>();
        private final List<Integer> limits = new ArrayList<>();
        private boolean isStuck;

        NoticeView add(Instant end) {
            NoticeId id = new NoticeId(UUID.randomUUID());
            NoticeFacts facts = new NoticeFacts(
                    Map.of(NoticeFact.RECEIVED, end.minus(Duration.ofDays(90))),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(end),
                    Optional.empty(),
                    Optional.empty(),
                    0);
            NoticeView notice = new NoticeView(
                    id,
                    new DestinationId("hello-work"),
                    "rest",
                    "",
                    NoticeVerdict.MATCHED,
                    "",
                    Optional.empty(),
                    Optional.of(new PartnerId("acme")),
                    "",
                    "",
                    new ContentRef(UUID.randomUUID(), 1, Sha256.of(new byte[1])),
                    facts,
                    false);
            notices.put(id, notice);
            return notice;
        }

        @Override
        public int erase(Instant over, Instant at, int limit) {
            limits.add(limit);
            List<NoticeView> found = ending(over, limit);
            if (!isStuck) {
                found.forEach(each -> erased.add(each.id()));
            }
            return found.size();
        }

        @Override
        public List<NoticeView> ending(Instant until, int limit) {
            return notices.values().stream()
                    .filter(each -> !erased.contains(each.id()))
                    .filter(each -> !each.facts().fetchUntil().orElseThrow().isAfter(until))
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
            return held.putIfAbsent(order.notice(), order) == null;
        }

        @Override
        public boolean release(NoticeId id, String by, Instant at) {
            return held.remove(id) != null;
        }
    }
}
