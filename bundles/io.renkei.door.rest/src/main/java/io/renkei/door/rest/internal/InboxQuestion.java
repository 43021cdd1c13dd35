package io.renkei.door.rest.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.notices.InboxFilter;
import io.renkei.ports.notices.NoticeFact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/** Which notices are asked for, and which page of them. Days are those of Japan. */
record InboxQuestion(InboxFilter filter, Page page) {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Set<String> FILTERS =
            Set.of("unread", "destination", "application", "filing", "from", "to", "state");
    private static final Set<NoticeFact> STATES = Set.of(
            NoticeFact.SUPERSEDED,
            NoticeFact.WITHDRAWN,
            NoticeFact.EXPIRING,
            NoticeFact.EXPIRED,
            NoticeFact.CONTRADICTED);

    /** @throws RefusedCall if anything stands in it that is not asked like this, or twice */
    static InboxQuestion of(String query) throws RefusedCall {
        Query asked = Query.of(query, FILTERS);
        return new InboxQuestion(
                new InboxFilter(
                        asked.read("unread", Query::truth).orElse(false),
                        asked.read("destination", DestinationId::new),
                        asked.read("application", ArrivalNumber::new),
                        asked.read("filing", FilingKey::parse),
                        asked.read("from", InboxQuestion::day),
                        asked.read(
                                "to",
                                text -> InboxQuestion.day(
                                        LocalDate.parse(text).plusDays(1).toString())),
                        asked.read("state", InboxQuestion::state)),
                asked.page());
    }

    private static Instant day(String text) {
        return LocalDate.parse(text).atStartOfDay(JAPAN).toInstant();
    }

    private static NoticeFact state(String text) {
        return STATES.stream()
                .filter(fact -> fact.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state"));
    }
}
