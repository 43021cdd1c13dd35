package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.notices.Delivery;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about notices. Their titles are not shown: a title may name a person. */
public final class Notices {

    private static final int MOST = 100;

    /** Facts that each channel has for itself. */
    private static final Set<NoticeFact> OF_CHANNELS =
            EnumSet.of(NoticeFact.DELIVERED, NoticeFact.OPENED, NoticeFact.FAILED);

    private final NoticeStore store;

    public Notices(NoticeStore store) {
        this.store = store;
    }

    /** Newest first. */
    public Answer list(NoticeVerdict verdict, int limit) {
        return new Sheet(store.list(verdict, Names.limit(limit, MOST)), Map.of());
    }

    /** Those to which this happened, newest first. */
    public Answer list(NoticeFact fact, int limit) {
        List<NoticeView> notices = store.list(fact, Names.limit(limit, MOST));
        return new Sheet(notices, OF_CHANNELS.contains(fact) ? deliveries(notices) : Map.of());
    }

    private Map<NoticeId, List<Delivery>> deliveries(List<NoticeView> notices) {
        return notices.stream().collect(Collectors.toMap(NoticeView::id, each -> store.deliveries(each.id())));
    }

    /**
     * Some notices.
     *
     * @param deliveries how each fares on its channels, where that was asked for
     */
    record Sheet(List<NoticeView> notices, Map<NoticeId, List<Delivery>> deliveries) implements Answer {

        private static final List<String> HEADERS = List.of(
                "notice",
                "received (JST)",
                "from",
                "by",
                "verdict",
                "code",
                "issuer's number",
                "filing",
                "fetched (JST)",
                "to be fetched until (JST)",
                "repeats",
                "other");

        @Override
        public void print(Page page) {
            page.table(HEADERS, notices.stream().map(this::row).toList(), "There is no such notice.");
        }

        private List<String> row(NoticeView notice) {
            return List.of(
                    notice.id().toString(),
                    Times.japan(notice.received()),
                    notice.from().value(),
                    notice.channel(),
                    notice.verdict().name(),
                    notice.code(),
                    notice.issuerNumber(),
                    notice.filing().map(FilingKey::toString).orElse(""),
                    Times.japan(notice.fetched()),
                    Times.japan(notice.facts().fetchUntil()),
                    Integer.toString(notice.facts().repeats()),
                    other(notice));
        }

        private String other(NoticeView notice) {
            NoticeFacts facts = notice.facts();
            Stream<String> related = facts
                    .successor()
                    .map(later -> "followed by " + later)
                    .or(() -> facts.rival().map(rival -> "contradicts " + rival))
                    .stream();
            Stream<String> channels = deliveries.getOrDefault(notice.id(), List.of()).stream()
                    .map(each -> (each.channel() + " " + each.state() + " " + each.code()).strip());
            return Stream.concat(related, channels).collect(Collectors.joining("; "));
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeArrayFieldStart("notices");
            for (NoticeView notice : notices) {
                out.writeStartObject();
                out.writeStringField("id", notice.id().toString());
                out.writeStringField("from", notice.from().value());
                out.writeStringField("channel", notice.channel());
                out.writeStringField("verdict", notice.verdict().name());
                out.writeStringField("code", notice.code());
                out.writeStringField("issuerNumber", notice.issuerNumber());
                out.writeStringField("digest", notice.content().digest().hex());
                Json.text(out, "filing", notice.filing().map(FilingKey::toString));
                Json.text(out, "addressee", notice.addressee().map(Object::toString));
                for (NoticeFact fact : NoticeFact.values()) {
                    Json.time(out, member(fact), notice.facts().at(fact));
                }
                NoticeFacts facts = notice.facts();
                Json.text(out, "issued", facts.issued().map(Object::toString));
                Json.text(out, "signers", facts.verification().map(NoticeFacts.Verification::signers));
                Json.text(out, "finding", facts.verification().map(NoticeFacts.Verification::finding));
                Json.time(out, "fetchUntil", facts.fetchUntil());
                Json.text(out, "followedBy", facts.successor().map(Object::toString));
                Json.text(out, "contradicts", facts.rival().map(Object::toString));
                out.writeNumberField("repeats", facts.repeats());
                if (deliveries.containsKey(notice.id())) {
                    json(out, deliveries.get(notice.id()));
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }

        private static void json(JsonGenerator out, List<Delivery> deliveries) throws IOException {
            out.writeArrayFieldStart("deliveries");
            for (Delivery each : deliveries) {
                out.writeStartObject();
                out.writeStringField("channel", each.channel());
                out.writeStringField("state", each.state().name());
                out.writeStringField("at", each.at().toString());
                out.writeStringField("code", each.code());
                Json.time(out, "opened", each.opened());
                out.writeEndObject();
            }
            out.writeEndArray();
        }

        /** {@code receiptSent} of {@code RECEIPT_SENT}. */
        private static String member(NoticeFact fact) {
            String[] words = fact.name().toLowerCase(Locale.ROOT).split("_");
            return words.length == 1
                    ? words[0]
                    : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
        }
    }
}
