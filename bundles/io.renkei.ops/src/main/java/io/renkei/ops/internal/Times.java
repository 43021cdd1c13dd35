package io.renkei.ops.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as operators in Japan write and read them. */
public final class Times {

    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(JAPAN);
    private static final Pattern LENGTH = Pattern.compile("([1-9]\\d{0,3})([mhd])");

    private Times() {}

    static String japan(Instant at) {
        return FORM.format(at);
    }

    static String japan(Optional<Instant> at) {
        return at.map(Times::japan).orElse("");
    }

    /** The two largest units of a length, as in {@code 2d 4h}; of a negative one, 0s. */
    static String length(Duration length) {
        Duration rest = length.isNegative() ? Duration.ZERO : length;
        long[] parts = {rest.toDays(), rest.toHoursPart(), rest.toMinutesPart(), rest.toSecondsPart()};
        String units = "dhms";
        for (int i = 0; i < parts.length - 1; i++) {
            if (parts[i] > 0) {
                return parts[i] + units.substring(i, i + 1) + " " + parts[i + 1] + units.charAt(i + 1);
            }
        }
        return parts[3] + "s";
    }

    /**
     * A time to come: a length ({@code 30m}, {@code 2h}, {@code 1d}), a time of day in Japan (the next such), a date and
     * time in Japan ({@code 2026-04-01T06:00}), or one with its offset.
     *
     * @throws OpsFault if the text is none of these or not in the future
     */
    public static Instant until(String text, Clock clock) {
        Instant now = clock.instant();
        Instant until = parse(text, now);
        if (!until.isAfter(now)) {
            throw OpsCode.ARGUMENT.fault("The end " + japan(until) + " is past.");
        }
        return until;
    }

    private static Instant parse(String text, Instant now) {
        Matcher length = LENGTH.matcher(text);
        if (length.matches()) {
            String unit = length.group(2);
            long count = Long.parseLong(length.group(1));
            Duration one = unit.equals("m") ? Duration.ofMinutes(1) : Duration.ofHours(unit.equals("h") ? 1 : 24);
            return now.plus(one.multipliedBy(count));
        }
        try {
            if (text.length() == 5) {
                ZonedDateTime today = ZonedDateTime.ofInstant(now, JAPAN).with(LocalTime.parse(text));
                ZonedDateTime exact = today.withSecond(0).withNano(0);
                return (exact.toInstant().isAfter(now) ? exact : exact.plusDays(1)).toInstant();
            }
            return text.length() <= 19 && !text.endsWith("Z")
                    ? LocalDateTime.parse(text).atZone(JAPAN).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw OpsCode.ARGUMENT.fault("An end is written as 30m, 2h, 1d, 06:00 or 2026-04-01T06:00 (in Japan).");
        }
    }
}
