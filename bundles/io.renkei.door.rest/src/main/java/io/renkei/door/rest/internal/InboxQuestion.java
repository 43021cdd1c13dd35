package io.renkei.door.rest.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.notices.InboxFilter;
import io.renkei.ports.notices.NoticeFact;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which notices are asked for, and which page of them. Days are those of Japan. Read as sent: nothing in it needs an
 * escape, and nothing of a person belongs into an address.
 */
record InboxQuestion(InboxFilter filter, Page page) {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int MAX_QUERY_CHARS = 512;
    private static final Set<String> FILTERS =
            Set.of("unread", "destination", "application", "filing", "from", "to", "state");
    private static final Pattern PART = Pattern.compile("([a-z]+)=([A-Za-z0-9_.-]{1,64})");
    private static final Set<NoticeFact> STATES = Set.of(
            NoticeFact.SUPERSEDED,
            NoticeFact.WITHDRAWN,
            NoticeFact.EXPIRING,
            NoticeFact.EXPIRED,
            NoticeFact.CONTRADICTED);

    /** @throws RefusedCall if anything stands in it that is not asked like this, or twice */
    static InboxQuestion of(String query) throws RefusedCall {
        if (query == null || query.isEmpty()) {
            return new InboxQuestion(InboxFilter.ALL, Page.of(null));
        }
        Map<String, String> filters = new HashMap<>();
        List<String> page = new ArrayList<>();
        for (String part : query.length() > MAX_QUERY_CHARS ? new String[] {""} : query.split("&", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new RefusedCall(RestCode.QUERY, "query");
            }
            if (!FILTERS.contains(matcher.group(1))) {
                page.add(part);
            } else if (filters.put(matcher.group(1), matcher.group(2)) != null) {
                throw refused(matcher.group(1));
            }
        }
        return new InboxQuestion(filter(filters), Page.of(String.join("&", page)));
    }

    private static InboxFilter filter(Map<String, String> given) throws RefusedCall {
        return new InboxFilter(
                read(given, "unread", InboxQuestion::truth).orElse(false),
                read(given, "destination", DestinationId::new),
                read(given, "application", ArrivalNumber::new),
                read(given, "filing", FilingKey::parse),
                read(given, "from", InboxQuestion::day),
                read(
                        given,
                        "to",
                        text -> InboxQuestion.day(
                                LocalDate.parse(text).plusDays(1).toString())),
                read(given, "state", InboxQuestion::state));
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("true or false");
        }
        return text.equals("true");
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

    private static <T> Optional<T> read(Map<String, String> given, String name, Function<String, T> form)
            throws RefusedCall {
        try {
            return Optional.ofNullable(given.get(name)).map(form);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refused(name);
        }
    }

    private static RefusedCall refused(String name) {
        return new RefusedCall(RestCode.QUERY, "query " + name);
    }
}
