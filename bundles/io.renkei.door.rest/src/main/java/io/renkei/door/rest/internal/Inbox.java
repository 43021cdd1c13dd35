package io.renkei.door.rest.internal;

import io.renkei.ports.notices.DocumentKind;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeView;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A partner's own notices. What is listed counts as seen, and a document as fetched, once the last byte was written. */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Ports ports;
    private final Clock clock;

    Inbox(Ports ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    Answer list(Call call) throws RefusedCall {
        Page page = call.page();
        NoticeStore store = ports.notices();
        Optional<NoticeId> before = Optional.empty();
        if (page.cursor().isPresent()) {
            before = id(Cursor.id(page.cursor().get()))
                    .filter(id -> store.find(call.partner(), id).isPresent());
            if (before.isEmpty()) {
                throw Cursor.refused();
            }
        }
        List<NoticeView> found = store.inbox(call.partner(), before, page.limit());
        List<NoticeId> ids = found.stream().map(NoticeView::id).toList();
        Json json = Json.object()
                .with(
                        "notices",
                        found.stream()
                                .map(view ->
                                        Views.notice(view, ports.catalogue()).map())
                                .toList());
        if (found.size() == page.limit()) {
            json.with("next", Cursor.of(ids.get(ids.size() - 1)));
        }
        return Answer.json(200, json).then(() -> {
            if (!ids.isEmpty()) {
                store.seen(call.partner(), ids, clock.instant());
            }
        });
    }

    Answer show(Call call) throws RefusedCall {
        return Answer.json(200, Views.notice(find(call), ports.catalogue()));
    }

    Answer document(Call call) throws RefusedCall, IOException {
        NoticeView view = find(call);
        NoticeStore store = ports.notices();
        DocumentKind kind = kind(view);
        return Answer.stream(
                        200,
                        kind.mediaType(),
                        view.content().size(),
                        () -> ports.content().open(view.content().id()))
                .with("Content-Disposition", "attachment; filename=\"notice-" + view.id() + "." + kind.suffix() + "\"")
                .then(() -> {
                    store.fetched(call.partner(), view.id(), clock.instant());
                    LOG.info("Notice {} was fetched by {}", view.id(), call.partner());
                });
    }

    /** By its bytes: what a ministry called it is not kept. */
    private DocumentKind kind(NoticeView view) throws RefusedCall, IOException {
        try (InputStream document = ports.content().open(view.content().id())) {
            return DocumentKind.of(document);
        } catch (IOException e) {
            if (Failures.isDatabaseGone(e)) {
                throw e;
            }
            LOG.error("{}: notice {} cannot be read from the store", RestCode.DOCUMENT_UNREADABLE.code(), view.id(), e);
            throw new RefusedCall(RestCode.DOCUMENT_UNREADABLE);
        }
    }

    private NoticeView find(Call call) throws RefusedCall {
        return id(call.open().get("id"))
                .flatMap(id -> ports.notices().find(call.partner(), id))
                .orElseThrow(() -> new RefusedCall(RestCode.NO_SUCH_NOTICE, "path id"));
    }

    private static Optional<NoticeId> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(new NoticeId(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
