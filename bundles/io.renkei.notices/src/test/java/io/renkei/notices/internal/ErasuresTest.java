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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErasuresTest {

    /** 2026-11-29, ten in the morning in Japan. */
    private static final Instant NOW = Instant.parse("2026-11-29T01:00:00Z");

    private static final Duration WAITING = Duration.ofDays(30);

    private final Shelves shelves = new Shelves();
    private final Moving clock = new Moving(NOW);
    private RetentionSettings settings = settings("P30D", "");
    private final Erasures erasures = new Erasures(shelves, () -> settings, () -> WAITING, clock);

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
        settings = settings(after, "");
        NoticeView notice = shelves.add(end);
        erasures.look();
        assertEquals(goes, shelves.erased.contains(notice.id()));
        Instant told = settings.erasing(notice, WAITING).orElseThrow();
        assertEquals(goes, !told.isAfter(NOW), told::toString);
    }

    private static RetentionSettings settings(String after, String quarantine) {
        return new RetentionSettings(span(after), span(quarantine), Duration.ofMinutes(10));
    }

    private static Optional<Span> span(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty()).map(Span::parse);
    }

    @ParameterizedTest
    @CsvSource({
        "FORGED, P10D, 2026-11-18T14:59:59Z, true",
        "FORGED, P10D, 2026-11-18T15:00:00Z, false",
        "DUPLICATE, PT1H, 2026-11-29T00:00:00Z, true",
        "ORPHAN, PT1H, 2026-10-30T01:00:01Z, false",
        "ORPHAN, PT1H, 2026-10-30T00:59:59.999999Z, true",
        "ORPHAN, P60D, 2026-10-01T00:00:00Z, false",
        "RECEIVED, PT1H, 2026-10-01T00:00:00Z, false",
    })
    void whatCameIntoNoInboxIsDestroyedAfterTheTimeOfQuarantineAndNeverWhileItWaits(
            NoticeVerdict verdict, String after, Instant received, boolean goes) {
        settings = settings("P30D", after);
        NoticeView notice = shelves.quarantine(verdict, received);
        erasures.look();
        assertEquals(goes, shelves.erased.contains(notice.id()));
        assertEquals(
                goes,
                settings.erasing(notice, WAITING).filter(at -> !at.isAfter(NOW)).isPresent(),
                "as the list tells");
        String counted = erasures.findings().get(1).sentence();
        String expected = (goes ? "0 documents" : "1 documents") + " are kept that came into no inbox, and "
                + (goes ? "1 were" : "0 were");
        assertTrue(counted.startsWith(expected), counted);
    }

    @Test
    void aQuarantineThatIsNotEmptiedIsAWarningUnlessItIsHeld() {
        settings = settings("P30D", "P10D");
        NoticeView stuck = shelves.quarantine(NoticeVerdict.FORGED, NOW.minus(Duration.ofDays(13)));
        shelves.isStuck = true;
        erasures.look();
        assertEquals(Finding.Level.WARNING, erasures.findings().get(0).level());
        shelves.hold(new NoticeHold(stuck.id(), "訴訟", "karaf", NOW));
        erasures.look();
        assertEquals(Finding.Level.OK, erasures.findings().get(0).level());
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
        settings = settings("", "");
        NoticeView notice = shelves.add(NOW.minus(Duration.ofDays(600)));
        shelves.quarantine(NoticeVerdict.FORGED, NOW.minus(Duration.ofDays(600)));
        erasures.look();
        assertEquals(List.of(), shelves.erased);
        assertEquals(Finding.Level.OK, erasures.findings().get(0).level());
        assertTrue(erasures.findings().get(1).sentence().contains("quarantine.after is empty"));
        assertEquals(Optional.empty(), settings.erasing(notice, WAITING));
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
        RetentionConfig wrong =
                config(Map.of("erase_after", "30 days", "quarantine_after", "P-1D", "erase_pause_millis", 1L));
        String message = assertThrows(IllegalArgumentException.class, () -> RetentionSettings.of(wrong))
                .getMessage();
        for (String key : List.of("erase.after: ", "quarantine.after: ", "erase.pause.millis lies")) {
            assertTrue(message.contains(key), message);
        }
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
            return add(NoticeVerdict.MATCHED, end.minus(Duration.ofDays(90)), Optional.of(end));
        }

        NoticeView quarantine(NoticeVerdict verdict, Instant received) {
            return add(verdict, received, Optional.empty());
        }

        private NoticeView add(NoticeVerdict verdict, Instant received, Optional<Instant> end) {
            NoticeId id = new NoticeId(UUID.randomUUID());
            NoticeFacts facts = new NoticeFacts(
                    Map.of(NoticeFact.RECEIVED, received),
                    Optional.empty(),
                    Optional.empty(),
                    end,
                    Optional.empty(),
                    Optional.empty(),
                    0);
            NoticeView notice = new NoticeView(
                    id,
                    new DestinationId("hello-work"),
                    "rest",
                    "",
                    verdict,
                    "",
                    Optional.empty(),
                    end.map(each -> new PartnerId("acme")),
                    "",
                    "",
                    new ContentRef(UUID.randomUUID(), 1, Sha256.of(new byte[1])),
                    facts,
                    false);
            notices.put(id, notice);
            return notice;
        }

        private Stream<NoticeView> kept(NoticeVerdict... verdicts) {
            return notices.values().stream()
                    .filter(each -> !erased.contains(each.id()))
                    .filter(each -> Set.of(verdicts).contains(each.verdict()));
        }

        private int erase(List<NoticeView> found) {
            if (!isStuck) {
                found.forEach(each -> erased.add(each.id()));
            }
            return found.size();
        }

        @Override
        public int eraseQuarantined(Instant until, Instant waiting, Instant at, int limit) {
            return erase(quarantined(until, waiting, limit));
        }

        @Override
        public List<NoticeView> quarantined(Instant until, Instant waiting, int limit) {
            return kept(NoticeVerdict.FORGED, NoticeVerdict.DUPLICATE, NoticeVerdict.ORPHAN)
                    .filter(each -> !each.received().isAfter(until))
                    .filter(each -> each.verdict() != NoticeVerdict.ORPHAN
                            || each.received().isBefore(waiting))
                    .limit(limit)
                    .toList();
        }

        @Override
        public Quarantine quarantine(Instant since) {
            int kept = (int) kept(NoticeVerdict.values())
                    .filter(each -> each.addressee().isEmpty())
                    .count();
            return new Quarantine(
                    kept, notices.size() - (int) kept(NoticeVerdict.values()).count());
        }

        @Override
        public int erase(Instant over, Instant at, int limit) {
            limits.add(limit);
            return erase(ending(over, limit));
        }

        @Override
        public List<NoticeView> ending(Instant until, int limit) {
            return kept(NoticeVerdict.MATCHED)
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
