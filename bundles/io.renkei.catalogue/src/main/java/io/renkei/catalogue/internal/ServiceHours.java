package io.renkei.catalogue.internal;

import io.renkei.ports.catalogue.Catalogue.Opening;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a destination is open, in Japanese time.
 *
 * @param slots of each day of the week; a day that is not there is closed
 * @param holidaySlots on a public holiday, instead of those of its day of the week; empty where a holiday is a day as any
 * @param closures planned ones, whatever the hours say
 */
record ServiceHours(Map<DayOfWeek, List<Slot>> slots, Optional<List<Slot>> holidaySlots, List<Closure> closures) {

    static final ServiceHours ALWAYS = new ServiceHours(Map.of(), Optional.empty(), List.of());

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int LOOK_AHEAD_DAYS = 15;

    /**
     * Part of a day.
     *
     * @param from minute of the day
     * @param until the first minute after it, 1440 for midnight
     */
    record Slot(int from, int until) {

        boolean contains(int minute) {
            return minute >= from && minute < until;
        }
    }

    /** From one moment to before another. */
    record Closure(LocalDateTime from, LocalDateTime until) {

        boolean contains(LocalDateTime time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    ServiceHours {
        slots = Map.copyOf(slots);
        closures = List.copyOf(closures);
    }

    Opening opening(Instant now, Set<LocalDate> holidays) {
        if (slots.isEmpty() && closures.isEmpty()) {
            return Opening.ALWAYS;
        }
        LocalDateTime time = LocalDateTime.ofInstant(now, JAPAN);
        boolean open = isOpen(time, holidays);
        Optional<Instant> change = boundaries(time, holidays).stream()
                .filter(boundary -> boundary.isAfter(time) && isOpen(boundary, holidays) != open)
                .findFirst()
                .map(boundary -> boundary.atZone(JAPAN).toInstant());
        return new Opening(open, change);
    }

    private boolean isOpen(LocalDateTime time, Set<LocalDate> holidays) {
        if (closures.stream().anyMatch(closure -> closure.contains(time))) {
            return false;
        }
        int minute = time.getHour() * 60 + time.getMinute();
        return slots.isEmpty() || on(time.toLocalDate(), holidays).stream().anyMatch(slot -> slot.contains(minute));
    }

    private List<Slot> on(LocalDate day, Set<LocalDate> holidays) {
        return holidaySlots
                .filter(slotsOfHolidays -> holidays.contains(day))
                .orElseGet(() -> slots.getOrDefault(day.getDayOfWeek(), List.of()));
    }

    private TreeSet<LocalDateTime> boundaries(LocalDateTime from, Set<LocalDate> holidays) {
        TreeSet<LocalDateTime> boundaries = new TreeSet<>();
        closures.forEach(closure -> {
            boundaries.add(closure.from());
            boundaries.add(closure.until());
        });
        for (int i = 0; i < LOOK_AHEAD_DAYS; i++) {
            LocalDate day = from.toLocalDate().plusDays(i);
            for (Slot slot : on(day, holidays)) {
                boundaries.add(day.atStartOfDay().plusMinutes(slot.from()));
                boundaries.add(day.atStartOfDay().plusMinutes(slot.until()));
            }
        }
        return boundaries;
    }
}
