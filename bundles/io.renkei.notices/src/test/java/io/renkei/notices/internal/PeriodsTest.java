package io.renkei.notices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentRef;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticePeriods.Objection;
import io.renkei.ports.notices.NoticeStore.Window;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {

    private static final DestinationId HELLO_WORK = new DestinationId("hello-work");
    private static final DestinationId SOCIETY = new DestinationId("health-insurance-society.06130012");
    private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2027, 2, 11), LocalDate.of(2027, 3, 22));

    @ParameterizedTest
    @CsvSource({
        // the first day counted has a day that corresponds to it
        "2026-11-10, 2027-02-10",
        // 30 November is counted first: February has no 30th, so its last day, a Sunday, and then Monday
        "2026-11-29, 2027-03-01",
        "2026-11-30, 2027-03-01",
        // a public holiday, a Thursday
        "2026-11-11, 2027-02-12",
        // Sunday, a holiday instead of it, Tuesday
        "2026-12-21, 2027-03-23",
        // the turn of the year, with the weekend before: 28 December 2026 is a Monday
        "2026-09-28, 2026-12-28",
        "2026-09-29, 2027-01-04",
        // 29 February
        "2027-11-29, 2028-02-29"
    })
    void threeMonthsEndOnTheDayThatTheLawSays(LocalDate knew, LocalDate last) {
        assertEquals(last, new ObjectionPeriod(HOLIDAYS::contains).lastDay(knew, Period.ofMonths(3)));
    }

    @Test
    void theObjectionRunsFromTheFactThatIsConfiguredInDaysOfJapan() {
        Periods periods = periods(Map.of("objection.from.hello-work", "seen"));
        // 2026-11-09 23:59:59 and 2026-11-10 00:00 in Japan
        NoticeFacts facts = NoticeFacts.received(Instant.parse("2026-11-01T00:00:00Z"))
                .with(NoticeFact.SEEN, Instant.parse("2026-11-09T14:59:59Z"))
                .with(NoticeFact.FETCHED, Instant.parse("2026-11-09T15:00:00Z"));

        assertEquals(
                Optional.of(new Objection(NoticeFact.SEEN, day(2027, 2, 9), Optional.empty())),
                periods.objection(notice(HELLO_WORK, NoticeVerdict.MATCHED, facts)));
        assertEquals(
                Optional.of(new Objection(NoticeFact.FETCHED, day(2027, 2, 10), Optional.empty())),
                periods.objection(notice(SOCIETY, NoticeVerdict.MATCHED, facts)));
    }

    @Test
    void aYearFromTheDecisionIsTheLimitWhoeverFetchesIt() {
        NoticeFacts issued = issued(NoticeFacts.received(Instant.parse("2025-12-01T00:00:00Z")), 2025, 11, 25);
        NoticeFacts late = issued.with(NoticeFact.FETCHED, Instant.parse("2026-10-30T00:00:00Z"));
        Periods periods = periods(Map.of());

        Objection before = periods.objection(notice(HELLO_WORK, NoticeVerdict.MATCHED, issued))
                .orElseThrow();
        Objection after = periods.objection(notice(HELLO_WORK, NoticeVerdict.MATCHED, late))
                .orElseThrow();
        assertEquals(new Objection(NoticeFact.FETCHED, Optional.empty(), day(2026, 11, 25)), before);
        assertEquals(new Objection(NoticeFact.FETCHED, day(2026, 11, 25), day(2026, 11, 25)), after);
        assertEquals("審査請求の期間は、文書を取得した日の翌日から起算します。遅くとも2026年11月25日に終了します。", before.sentenceJa());
        assertTrue(after.sentence().endsWith("its last day is 2026-11-25."), after::sentence);
    }

    @Test
    void thereIsNoneForWhatWasTakenBackAndWhereNoneIsConfigured() {
        NoticeFacts facts = NoticeFacts.received(Instant.EPOCH);
        assertEquals(Optional.empty(), periods(Map.of()).objection(notice(HELLO_WORK, NoticeVerdict.WITHDRAWN, facts)));
        assertEquals(
                Optional.empty(),
                periods(Map.of("objection.period.health-insurance-society", ""))
                        .objection(notice(SOCIETY, NoticeVerdict.MATCHED, facts)));
    }

    @Test
    void aDocumentCanBeFetchedUntilTheEndOfItsLastDayInJapan() {
        // 2026-11-24 00:30 in Japan
        Instant available = Instant.parse("2026-11-23T15:30:00Z");
        Window ninety = periods(Map.of()).window(HELLO_WORK, available).orElseThrow();
        assertEquals(Instant.parse("2027-02-22T15:00:00Z"), ninety.until());
        assertEquals(Instant.parse("2027-02-08T15:00:00Z"), ninety.warnFrom());

        Periods others = periods(Map.of(
                "fetch.period.hello-work",
                "PT20S",
                "fetch.period.health-insurance-society",
                "",
                "warn.period.hello-work",
                "PT5S"));
        assertEquals(
                Optional.of(new Window(available.plusSeconds(15), available.plusSeconds(20))),
                others.window(HELLO_WORK, available));
        assertEquals(Optional.empty(), others.window(SOCIETY, available));
    }

    @Test
    void aWarningNeverComesBeforeTheNoticeItself() {
        Instant available = Instant.parse("2026-11-23T15:30:00Z");
        assertEquals(
                available,
                periods(Map.of("fetch.period.hello-work", "PT20S"))
                        .window(HELLO_WORK, available)
                        .orElseThrow()
                        .warnFrom());
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "P0D", "P-1D", "PT0S", "PT-5S", "P31Y", "P1Y-1D", "P999999999Y", "PT", "", "ninety"})
    void whatIsNoSpanIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Span.parse(text));
    }

    private static Periods periods(Map<String, String> file) {
        return new Periods(() -> Settings.of(Map.of(), file).periods(), HOLIDAYS::contains);
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        return Optional.of(LocalDate.of(year, month, day));
    }

    private static NoticeFacts issued(NoticeFacts facts, int year, int month, int day) {
        return new NoticeFacts(
                facts.times(),
                day(year, month, day),
                facts.verification(),
                facts.fetchUntil(),
                facts.successor(),
                facts.rival(),
                0);
    }

    private static NoticeView notice(DestinationId from, NoticeVerdict verdict, NoticeFacts facts) {
        return new NoticeView(
                new NoticeId(UUID.randomUUID()),
                from,
                "rest",
                "",
                verdict,
                "1",
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                new ContentRef(UUID.randomUUID(), 0, Sha256.of(new byte[0])),
                facts,
                false);
    }
}
