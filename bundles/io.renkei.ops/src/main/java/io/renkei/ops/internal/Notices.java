package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeFacts;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Questions about notices. Their titles are not shown: a title may name a person. */
public final class Notices {

    private static final int MOST = 100;

    private final NoticeStore store;

    public Notices(NoticeStore store) {
        this.store = store;
    }

    /** Newest first. */
    public Answer list(NoticeVerdict verdict, int limit) {
        return new Sheet(store.list(verdict, Names.limit(limit, MOST)));
    }

    /** Those to which this happened, newest first. */
    public Answer list(NoticeFact fact, int limit) {
        return new Sheet(store.list(fact, Names.limit(limit, MOST)));
    }

    /** Some notices. */
    record Sheet(List<NoticeView> notices) implements Answer {

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
            page.table(HEADERS, notices.stream().map(Sheet::row).toList(), "There is no such notice.");
        }

        private static List<String> row(NoticeView notice) {
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
                    other(notice.facts()));
        }

        private static String other(NoticeFacts facts) {
            return facts.successor()
                    .map(later -> "followed by " + later)
                    .or(() -> facts.rival().map(rival -> "contradicts " + rival))
                    .orElse("");
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
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
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
