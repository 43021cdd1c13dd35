package io.renkei.door.soap.internal;

import io.renkei.door.soap.internal.applications.FetchDocumentResponse;
import io.renkei.door.soap.internal.applications.ListNoticesResponse;
import io.renkei.door.soap.internal.applications.NoticeQuestion;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeView;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A partner's own notices. What is listed counts as seen, and a document as fetched, once the answer was written. */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Ports ports;
    private final Clock clock;
    private final LongSupplier maxBytes;

    /** @param maxBytes the largest document that is answered */
    Inbox(Ports ports, Clock clock, LongSupplier maxBytes) {
        this.ports = ports;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    ListNoticesResponse list(SoapCall call, NoticeQuestion page) {
        NoticeStore store = ports.notices();
        Optional<NoticeId> before = Optional.ofNullable(page.getCursor())
                .map(cursor -> id(Cursor.id(cursor))
                        .filter(id -> store.find(call.partner(), id).isPresent())
                        .orElseThrow(Cursor::refused));
        int limit = Views.limit(page);
        List<NoticeView> found = store.inbox(call.partner(), InboxQuestions.filter(page), before, limit);
        List<NoticeId> ids = found.stream().map(NoticeView::id).toList();
        ListNoticesResponse response = new ListNoticesResponse();
        for (NoticeView view : found) {
            response.getNotice()
                    .add(Views.notice(view, ports.catalogue(), ports.periods().objection(view)));
        }
        if (found.size() == limit) {
            response.setNext(Cursor.of(ids.get(ids.size() - 1)));
        }
        if (!ids.isEmpty()) {
            call.then(() -> store.seen(call.partner(), ids, clock.instant()));
        }
        return response;
    }

    FetchDocumentResponse document(SoapCall call, String text) {
        NoticeStore store = ports.notices();
        NoticeView view = id(text).flatMap(id -> store.find(call.partner(), id))
                .orElseThrow(() -> Refusal.of(SoapCode.NO_SUCH_NOTICE, "element id"));
        if (!isFetchable(view)) {
            throw Refusal.of(SoapCode.NOTICE_OVER, "element id");
        }
        if (view.content().size() > maxBytes.getAsLong()) {
            throw Refusal.of(SoapCode.DOCUMENT_LARGE, "element id");
        }
        FetchDocumentResponse response = new FetchDocumentResponse();
        response.setSha256(Views.bytes(view.content().digest()));
        response.setDocument(read(view));
        call.then(() -> {
            store.fetched(call.partner(), view.id(), clock.instant());
            LOG.info("Notice {} was fetched by {}", view.id(), call.partner());
        });
        return response;
    }

    /** Whether its end has not passed, or an operator holds it; one that was erased is neither. */
    private boolean isFetchable(NoticeView view) {
        return !view.facts().has(NoticeFact.ERASED)
                && (!view.facts().isOver(clock.instant())
                        || ports.retention().hold(view.id()).isPresent());
    }

    private byte[] read(NoticeView view) {
        try (InputStream in = ports.content().open(view.content().id())) {
            return in.readAllBytes();
        } catch (IOException e) {
            LOG.error("SOAP-020: the document of notice {} could not be read from the store", view.id(), e);
            throw Refusal.of(SoapCode.DOCUMENT_UNREADABLE, "element id");
        }
    }

    static Optional<NoticeId> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(new NoticeId(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
