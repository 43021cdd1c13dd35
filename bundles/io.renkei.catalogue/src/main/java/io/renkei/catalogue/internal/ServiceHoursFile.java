package io.renkei.catalogue.internal;

import io.renkei.catalogue.internal.ServiceHours.Closure;
import io.renkei.catalogue.internal.ServiceHours.Slot;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the service hours of a destination, and holidays.yaml. */
final class ServiceHoursFile {

    static final String HOLIDAYS = "holidays.yaml";

    private static final String HOLIDAY = "holiday";
    private static final Pattern SLOT = Pattern.compile("(\\d\\d):([0-5]\\d)-(\\d\\d):([0-5]\\d)");
    private static final int MIDNIGHT = 24 * 60;
    private static final Map<String, DayOfWeek> DAYS = days();

    private ServiceHoursFile() {}

    private static Map<String, DayOfWeek> days() {
        Map<String, DayOfWeek> days = new TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day.name().substring(0, 3).toLowerCase(java.util.Locale.ROOT), day);
        }
        return days;
    }

    /** Day by name. */
    static Map<LocalDate, String> holidays(Yaml file) {
        Map<LocalDate, String> holidays = new TreeMap<>();
        file.at("holidays").entries().forEach((day, name) -> {
            Optional<String> text = name.text();
            try {
                LocalDate date = LocalDate.parse(day);
                text.ifPresent(known -> holidays.put(date, known));
            } catch (DateTimeException e) {
                name.fault("is no day; write it like 2026-11-23.");
            }
        });
        return Collections.unmodifiableMap(holidays);
    }

    /** The keys {@code hours} and {@code closed} of a destination. */
    static ServiceHours hours(Yaml destination) {
        Map<DayOfWeek, List<Slot>> slots = new EnumMap<>(DayOfWeek.class);
        Optional<List<Slot>> holiday = Optional.empty();
        Yaml hours = destination.at("hours");
        for (Map.Entry<String, Yaml> entry : hours.entries().entrySet()) {
            List<Slot> read = slots(entry.getValue());
            if (entry.getKey().equals(HOLIDAY)) {
                holiday = Optional.of(read);
            } else {
                days(entry.getKey(), entry.getValue()).forEach(day -> {
                    if (slots.put(day, read) != null) {
                        entry.getValue().fault("names a day that another line names too.");
                    }
                });
            }
        }
        if (destination.has("hours") && slots.values().stream().allMatch(List::isEmpty)) {
            hours.fault("never opens; name days such as mon-fri, or leave hours out.");
        }
        return new ServiceHours(slots, holiday, closures(destination.at("closed")));
    }

    /** A day, or from one day to a later one of the week. */
    private static List<DayOfWeek> days(String text, Yaml place) {
        String[] ends = text.split("-", 2);
        DayOfWeek first = DAYS.get(ends[0]);
        DayOfWeek last = DAYS.get(ends[ends.length - 1]);
        List<DayOfWeek> days = new ArrayList<>();
        if (first == null || last == null || first.compareTo(last) > 0) {
            place.fault("is no day here; write mon, mon-fri or holiday.");
        } else {
            for (int i = first.getValue(); i <= last.getValue(); i++) {
                days.add(DayOfWeek.of(i));
            }
        }
        return days;
    }

    private static List<Slot> slots(Yaml list) {
        List<Slot> slots = new ArrayList<>();
        for (Yaml entry : list.list()) {
            entry.text().ifPresent(text -> {
                Matcher parts = SLOT.matcher(text);
                int from = parts.matches() ? minute(parts.group(1), parts.group(2)) : MIDNIGHT;
                int until = parts.matches() ? minute(parts.group(3), parts.group(4)) : 0;
                if (from < until && until <= MIDNIGHT) {
                    slots.add(new Slot(from, until));
                } else {
                    entry.fault("is no time of one day; write it like \"08:30-24:00\", a night as two of them.");
                }
            });
        }
        return List.copyOf(slots);
    }

    private static int minute(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }

    private static List<Closure> closures(Yaml list) {
        List<Closure> closures = new ArrayList<>();
        for (Yaml entry : list.list()) {
            if (entry.isMapOf("from", "until")) {
                Optional<LocalDateTime> from = time(entry, "from");
                Optional<LocalDateTime> until = time(entry, "until");
                if (from.isPresent() && until.isPresent()) {
                    if (from.get().isBefore(until.get())) {
                        closures.add(new Closure(from.get(), until.get()));
                    } else {
                        entry.fault("ends before it begins.");
                    }
                }
            }
        }
        return closures;
    }

    private static Optional<LocalDateTime> time(Yaml entry, String key) {
        return entry.text(key).flatMap(text -> {
            try {
                return Optional.of(LocalDateTime.parse(text));
            } catch (DateTimeException e) {
                entry.at(key).fault("is no time; write it like \"2026-12-29T00:00\".");
                return Optional.empty();
            }
        });
    }
}
