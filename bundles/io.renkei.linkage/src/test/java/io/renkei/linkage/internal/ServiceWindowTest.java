package io.renkei.linkage.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.ports.sites.Sites.Opening;
import io.renkei.ports.sites.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceWindowTest {

    /** As the pension net has it. Monday, 23 November 2026, is a holiday. */
    private static final ServiceWindow PENSION = ServiceWindow.parse("mon-fri 08:00-23:00; holiday closed");

    private static final LocalDate HOLIDAY = LocalDate.of(2026, 11, 23);

    private static Opening opening(ServiceWindow window, String japan) {
        return window.opening(at(japan), HOLIDAY::equals);
    }

    private static Instant at(String japan) {
        return LocalDateTime.parse(japan).atZone(ServiceWindow.JAPAN).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T07:59:59, false, 2026-11-20T08:00",
        "2026-11-20T08:00, true, 2026-11-20T23:00",
        "2026-11-20T22:59:59, true, 2026-11-20T23:00",
        "2026-11-20T23:00, false, 2026-11-24T08:00",
        "2026-11-22T12:00, false, 2026-11-24T08:00",
        "2026-11-23T12:00, false, 2026-11-24T08:00",
        "2026-11-24T08:00, true, 2026-11-24T23:00"
    })
    void opensOnWeekdaysThatAreNoHolidaysAndTellsTheNextChange(String time, boolean open, String next) {
        Opening opening = opening(PENSION, time);
        assertEquals(open, opening.open());
        assertEquals(Optional.of(at(next)), opening.next());
    }

    @Test
    void saysItsHoursInBothLanguages() {
        assertEquals(
                new Words("月〜金曜 8:00〜23:00、祝日休止（日本時間）", "Mon–Fri 8:00–23:00, public holidays closed (Japan time)"),
                PENSION.hours());
        assertEquals(new Words("", ""), ServiceWindow.ALWAYS.hours());
    }

    @Test
    void withoutHoursItIsAlwaysOpen() {
        assertTrue(opening(ServiceWindow.parse("  "), "2026-11-23T03:00").open());
        assertEquals(
                Optional.empty(),
                opening(ServiceWindow.ALWAYS, "2026-11-23T03:00").next());
    }

    @Test
    void takesSeveralTimesOfADayAndAHolidayOfItsOwn() {
        ServiceWindow window = ServiceWindow.parse("mon-sat 09:00-12:00,13:00-24:00; holiday 10:00-11:00");
        assertFalse(opening(window, "2026-11-20T12:30").open());
        assertTrue(opening(window, "2026-11-20T23:59").open());
        assertTrue(opening(window, "2026-11-23T10:30").open());
        assertFalse(opening(window, "2026-11-23T09:30").open());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mon",
                "fri-mon 08:00-10:00",
                "xyz 08:00-10:00",
                "mon 10:00-08:00",
                "mon 08:00-25:00",
                "mon 8-10",
                "mon-fri closed",
                "mon 08:00-10:00; mon-tue 09:00-10:00",
                "holiday closed"
            })
    void refusesWhatIsNoWindowWithASentence(String text) {
        assertFalse(assertThrows(IllegalArgumentException.class, () -> ServiceWindow.parse(text))
                .getMessage()
                .isEmpty());
    }
}
