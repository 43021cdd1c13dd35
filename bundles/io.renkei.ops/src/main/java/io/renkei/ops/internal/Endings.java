package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.notices.NoticeHold;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.notices.Retention;
import io.renkei.ports.notices.RetentionStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which documents are destroyed soon, and what is kept past its time by an operator's order. Titles are not shown. */
public final class Endings {

    private static final int MOST = 100;
    private static final int MOST_DAYS = 3_650;

    private final RetentionStore store;
    private final Clock clock;

    public Endings(RetentionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Those that are destroyed within so many days, 1 to {@value #MOST_DAYS}, that first which goes first; held ones too. */
    public Answer within(int days, int limit, Retention retention) {
        Instant until = clock.instant().plus(Duration.ofDays(Names.between("--days", days, MOST_DAYS)));
        int most = Names.limit(limit, MOST);
        return new Sheet(
                days,
                Stream.concat(store.ending(until, most).stream(), store.quarantined(until, until, most).stream())
                        .map(notice -> new Ending(notice, retention.erasing(notice), store.hold(notice.id())))
                        .filter(ending ->
                                ending.goes().filter(at -> !at.isAfter(until)).isPresent())
                        .sorted(Comparator.comparing(ending -> ending.goes().orElseThrow()))
                        .limit(most)
                        .toList());
    }

    /** What is held, the last ordered first. */
    public Answer held(int limit) {
        return new HeldSheet(store.holds(Names.limit(limit, MOST)));
    }

    /** @throws OpsFault if it cannot be held, or the reason is none */
    public Answer hold(NoticeId id, String reason, String by) {
        try {
            NoticeHold order = new NoticeHold(id, reason.strip(), by, clock.instant());
            if (!store.hold(order) && store.hold(id).isEmpty()) {
                throw OpsCode.ARGUMENT.fault("Notice " + id
                        + " is not judged yet, or was destroyed: it cannot be held. See renkei:notice-list.");
            }
        } catch (IllegalArgumentException e) {
            throw OpsCode.ARGUMENT.fault(e.getMessage() + ".");
        }
        return new HeldSheet(store.hold(id).stream().toList());
    }

    /** @throws OpsFault if it is not held */
    public Answer release(NoticeId id, String by) {
        if (!store.release(id, by, clock.instant())) {
            throw OpsCode.ARGUMENT.fault("Notice " + id + " is not held. See renkei:notice-ending --held.");
        }
        return held(MOST);
    }

    /**
     * One that ends.
     *
     * @param goes when it is destroyed at the earliest
     */
    record Ending(NoticeView notice, Optional<Instant> goes, Optional<NoticeHold> hold) {}

    /** Some that end. */
    record Sheet(int days, List<Ending> endings) implements Answer {

        private static final List<String> HEADERS = List.of(
                "notice",
                "from",
                "verdict",
                "issuer's number",
                "filing",
                "fetched (JST)",
                "to be fetched until (JST)",
                "destroyed from (JST)",
                "held");

        @Override
        public void print(Page page) {
            page.table(
                    HEADERS, endings.stream().map(Sheet::row).toList(), "No document goes within " + days + " days.");
        }

        private static List<String> row(Ending ending) {
            NoticeView notice = ending.notice();
            return List.of(
                    notice.id().toString(),
                    notice.from().value(),
                    notice.verdict().name(),
                    notice.issuerNumber(),
                    notice.filing().map(FilingKey::toString).orElse(""),
                    fetched(notice),
                    Times.japan(notice.facts().fetchUntil()),
                    Times.japan(ending.goes()),
                    ending.hold()
                            .map(hold -> hold.reason() + " (" + hold.by() + ")")
                            .orElse(""));
        }

        private static String fetched(NoticeView notice) {
            boolean isUnfetched =
                    notice.addressee().isPresent() && notice.fetched().isEmpty();
            return isUnfetched ? "by nobody" : Times.japan(notice.fetched());
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeNumberField("days", days);
            out.writeArrayFieldStart("notices");
            for (Ending ending : endings) {
                NoticeView notice = ending.notice();
                out.writeStartObject();
                out.writeStringField("id", notice.id().toString());
                out.writeStringField("from", notice.from().value());
                out.writeStringField("verdict", notice.verdict().name());
                out.writeStringField("issuerNumber", notice.issuerNumber());
                Json.text(out, "filing", notice.filing().map(FilingKey::toString));
                Json.time(out, "fetched", notice.fetched());
                Json.time(out, "fetchUntil", notice.facts().fetchUntil());
                Json.time(out, "destroyedFrom", ending.goes());
                Json.text(out, "heldFor", ending.hold().map(NoticeHold::reason));
                Json.text(out, "heldBy", ending.hold().map(NoticeHold::by));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    /** What is held. */
    record HeldSheet(List<NoticeHold> holds) implements Answer {

        private static final List<String> HEADERS = List.of("notice", "reason", "by", "since (JST)");

        @Override
        public void print(Page page) {
            page.table(
                    HEADERS,
                    holds.stream()
                            .map(hold -> List.of(
                                    hold.notice().toString(), hold.reason(), hold.by(), Times.japan(hold.since())))
                            .toList(),
                    "No notice is held.");
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeArrayFieldStart("holds");
            for (NoticeHold hold : holds) {
                out.writeStartObject();
                out.writeStringField("id", hold.notice().toString());
                out.writeStringField("reason", hold.reason());
                out.writeStringField("by", hold.by());
                out.writeStringField("since", hold.since().toString());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }
}
