package io.renkei.door.soap.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.door.soap.internal.applications.NoticeQuestion;
import io.renkei.ports.notices.InboxFilter;
import io.renkei.ports.notices.NoticeFact;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.datatype.XMLGregorianCalendar;

/** Reads which notices are asked for; the schema was checked before. */
final class InboxQuestions {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private InboxQuestions() {}

    static InboxFilter filter(NoticeQuestion question) {
        return new InboxFilter(
                Boolean.TRUE.equals(question.isUnread()),
                read(question.getDestination(), "destination", DestinationId::new),
                Optional.empty(),
                read(question.getFiling(), "filing", FilingKey::parse),
                read(question.getFromDay(), "fromDay", day -> begin(day, 0)),
                read(question.getToDay(), "toDay", day -> begin(day, 1)),
                read(
                        question.getState(),
                        "state",
                        state -> NoticeFact.valueOf(state.value().toUpperCase(Locale.ROOT))));
    }

    private static Instant begin(XMLGregorianCalendar day, int daysLater) {
        return Views.day(day).plusDays(daysLater).atStartOfDay(JAPAN).toInstant();
    }

    private static <S, T> Optional<T> read(S given, String element, Function<S, T> form) {
        try {
            return Optional.ofNullable(given).map(form);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw Refusal.of(SoapCode.INBOX_QUESTION, "element " + element);
        }
    }
}
