package io.renkei.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** When a server that is busy wants to be asked again (RFC 9110, 10.2.3). */
public final class RetryAfter {

    /** The name of the header. */
    public static final String HEADER = "Retry-After";

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    private static final Duration USUAL = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int UNAVAILABLE = 503;
    private static final int TOO_MANY_REQUESTS = 429;

    private RetryAfter() {}

    /**
     * When to come again, if the answer says that nothing was accepted because the server is busy: 429 (RFC 6585, 4), and
     * 503 with the header. A 503 without it does not say whether the request was worked on.
     *
     * @param status of HTTP
     * @param header seconds (six digits at most) or an HTTP date, where there is one; an unreadable one counts as a minute
     * @return never before now and never more than a day later; empty for any other answer
     */
    public static Optional<Instant> of(int status, Optional<String> header, Instant now) {
        if (status != TOO_MANY_REQUESTS && (status != UNAVAILABLE || header.isEmpty())) {
            return Optional.empty();
        }
        Duration pause = header.map(text -> pause(text.strip(), now)).orElse(USUAL);
        Duration bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        return Optional.of(now.plus(bounded.isNegative() ? Duration.ZERO : bounded));
    }

    private static Duration pause(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(now, until);
        } catch (DateTimeParseException e) {
            return USUAL;
        }
    }
}
