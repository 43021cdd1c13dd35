package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.FilingKey;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

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
                "fetched (JST)");

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
                    Times.japan(notice.fetched()));
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
                Json.time(out, "received", Optional.of(notice.received()));
                Json.time(out, "available", notice.available());
                Json.time(out, "seen", notice.seen());
                Json.time(out, "fetched", notice.fetched());
                Json.time(out, "receiptSent", notice.receiptSent());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }
}
