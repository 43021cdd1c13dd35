package io.renkei.linkage.internal;

import io.renkei.ports.sites.Sites.Opening;
import io.renkei.ports.sites.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a site can be used, in Japanese time, such as {@code mon-fri 08:00-23:00; holiday closed}.
 *
 * @param slots of each day of the week; a day that is not there is closed; none at all is always open
 * @param holiday on a public holiday, instead of those of its day of the week; empty where a holiday is a day as any
 * @param hours in words
 */
record ServiceWindow(Map<DayOfWeek, List<Slot>> slots, Optional<List<Slot>> holiday, Words hours) {

    static final ServiceWindow ALWAYS = new ServiceWindow(Map.of(), Optional.empty(), new Words("", ""));

    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private static final Pattern LINE = Pattern.compile("(holiday|[a-z]{3})(?:-([a-z]{3}))? +(.+)");
    private static final Pattern SLOT = Pattern.compile("(\\d\\d):([0-5]\\d)-(\\d\\d):([0-5]\\d)");
    private static final int MIDNIGHT = 24 * 60;
    private static final int LOOK_AHEAD_DAYS = 15;
    private static final String JA_DAYS = "月火水木金土日";

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

        private String words(String dash) {
            return time(from) + dash + time(until);
        }

        private static String time(int minute) {
            return minute / 60 + ":" + String.format(Locale.ROOT, "%02d", minute % 60);
        }
    }

    ServiceWindow {
        slots = Map.copyOf(slots);
    }

    /** @throws IllegalArgumentException with a sentence that says what to write */
    static ServiceWindow parse(String text) {
        if (text.isBlank()) {
            return ALWAYS;
        }
        Map<DayOfWeek, List<Slot>> slots = new EnumMap<>(DayOfWeek.class);
        Optional<List<Slot>> holiday = Optional.empty();
        List<String> ja = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (String line : text.split(";")) {
            Matcher parts = LINE.matcher(line.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException("write such as mon-fri 08:00-23:00; holiday closed");
            }
            List<Slot> read = slots(parts.group(3));
            if (parts.group(1).equals("holiday")) {
                holiday = Optional.of(read);
            } else {
                put(slots, days(parts.group(1), Optional.ofNullable(parts.group(2))), read);
            }
            ja.add(japanese(parts, read));
            en.add(english(parts, read));
        }
        if (slots.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("it never opens: name days such as mon-fri, or leave it empty");
        }
        return new ServiceWindow(
                slots, holiday, new Words(String.join("、", ja) + "（日本時間）", String.join(", ", en) + " (Japan time)"));
    }

    private static void put(Map<DayOfWeek, List<Slot>> slots, List<DayOfWeek> days, List<Slot> read) {
        for (DayOfWeek day : days) {
            if (slots.put(day, read) != null) {
                throw new IllegalArgumentException("a day stands there twice");
            }
        }
    }

    private static List<DayOfWeek> days(String first, Optional<String> last) {
        DayOfWeek from = day(first);
        DayOfWeek to = last.map(ServiceWindow::day).orElse(from);
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("days run from an earlier to a later one, such as mon-fri");
        }
        return Arrays.asList(DayOfWeek.values()).subList(from.ordinal(), to.ordinal() + 1);
    }

    private static DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("a day is mon, tue, wed, thu, fri, sat, sun or holiday"));
    }

    private static List<Slot> slots(String text) {
        if (text.equals("closed")) {
            return List.of();
        }
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .map(ServiceWindow::slot)
                .toList();
    }

    private static Slot slot(String text) {
        Matcher parts = SLOT.matcher(text);
        int from = parts.matches() ? minute(parts.group(1), parts.group(2)) : MIDNIGHT;
        int until = parts.matches() ? minute(parts.group(3), parts.group(4)) : 0;
        if (from >= until || until > MIDNIGHT) {
            throw new IllegalArgumentException("a time of a day is such as 08:00-23:00, to 24:00 at most, or closed");
        }
        return new Slot(from, until);
    }

    private static int minute(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }

    private static String japanese(Matcher parts, List<Slot> slots) {
        String days = parts.group(1).equals("holiday")
                ? "祝日"
                : JA_DAYS.charAt(day(parts.group(1)).ordinal())
                        + Optional.ofNullable(parts.group(2))
                                .map(last -> "〜" + JA_DAYS.charAt(day(last).ordinal()))
                                .orElse("")
                        + "曜";
        return days + (slots.isEmpty() ? "休止" : " " + words(slots, "〜", "、"));
    }

    private static String english(Matcher parts, List<Slot> slots) {
        String days = parts.group(1).equals("holiday")
                ? "public holidays"
                : capital(parts.group(1))
                        + Optional.ofNullable(parts.group(2))
                                .map(last -> "–" + capital(last))
                                .orElse("");
        return days + " " + (slots.isEmpty() ? "closed" : words(slots, "–", " and "));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String words(List<Slot> slots, String dash, String between) {
        return String.join(between, slots.stream().map(slot -> slot.words(dash)).toList());
    }

    /** @param holidays the public holidays of Japan */
    Opening opening(Instant now, Predicate<LocalDate> holidays) {
        if (slots.isEmpty()) {
            return new Opening(true, Optional.empty(), hours);
        }
        LocalDateTime time = LocalDateTime.ofInstant(now, JAPAN);
        boolean open = isOpen(time, holidays);
        Optional<Instant> change = boundaries(time.toLocalDate(), holidays).stream()
                .filter(boundary -> boundary.isAfter(time) && isOpen(boundary, holidays) != open)
                .findFirst()
                .map(boundary -> boundary.atZone(JAPAN).toInstant());
        return new Opening(open, change, hours);
    }

    private boolean isOpen(LocalDateTime time, Predicate<LocalDate> holidays) {
        int minute = time.getHour() * 60 + time.getMinute();
        return on(time.toLocalDate(), holidays).stream().anyMatch(slot -> slot.contains(minute));
    }

    private List<Slot> on(LocalDate day, Predicate<LocalDate> holidays) {
        return holiday.filter(slotsOfHolidays -> holidays.test(day))
                .orElseGet(() -> slots.getOrDefault(day.getDayOfWeek(), List.of()));
    }

    private TreeSet<LocalDateTime> boundaries(LocalDate first, Predicate<LocalDate> holidays) {
        TreeSet<LocalDateTime> boundaries = new TreeSet<>();
        for (int i = 0; i < LOOK_AHEAD_DAYS; i++) {
            LocalDate day = first.plusDays(i);
            for (Slot slot : on(day, holidays)) {
                boundaries.add(day.atStartOfDay().plusMinutes(slot.from()));
                boundaries.add(day.atStartOfDay().plusMinutes(slot.until()));
            }
        }
        return boundaries;
    }
}
