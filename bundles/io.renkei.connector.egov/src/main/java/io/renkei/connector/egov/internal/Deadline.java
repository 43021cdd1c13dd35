package io.renkei.connector.egov.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Reads a 取得期限: a day, which ends with its last moment in Japan, or a moment. */
final class Deadline {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private Deadline() {}

    /** @return empty for a dash, and for what is neither day nor moment: the document is taken all the same */
    static Optional<Instant> read(String text) {
        try {
            if (text.length() > "uuuu-MM-dd".length()) {
                return Optional.of(
                        LocalDateTime.parse(text, MOMENT).atZone(JAPAN).toInstant());
            }
            return Optional.of(
                    LocalDate.parse(text).plusDays(1).atStartOfDay(JAPAN).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
