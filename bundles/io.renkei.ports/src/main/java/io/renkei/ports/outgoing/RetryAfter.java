package io.renkei.ports.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pause that another system asks for (RFC 9110, 10.2.3). */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /**
     * @param header seconds, or an HTTP date
     * @return between none and a day; empty where the header cannot be read
     */
    public static Optional<Duration> of(String header, Instant now) {
        return read(header.strip(), now).map(pause -> {
            Duration bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
            return bounded.isNegative() ? Duration.ZERO : bounded;
        });
    }

    private static Optional<Duration> read(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            return Optional.of(Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
