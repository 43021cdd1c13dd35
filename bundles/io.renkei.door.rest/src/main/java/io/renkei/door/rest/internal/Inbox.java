package io.renkei.door.rest.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.renkei.ports.notices.DocumentKind;
import io.renkei.ports.notices.InboxSearch;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeVerdict;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.trust.EvidenceSealer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A partner's own notices. What is listed counts as seen, and a document as fetched, once the last byte was written. */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private static final int MAX_TEXT = 100;

    private final Ports ports;
    private final Clock clock;

    Inbox(Ports ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    Answer list(Call call) throws RefusedCall {
        InboxQuestion question = InboxQuestion.of(call.query());
        Page page = question.page();
        List<NoticeView> found =
                ports.notices().inbox(call.partner(), question.filter(), before(call, page), page.limit());
        Json json = listed(found);
        if (found.size() == page.limit()) {
            json.with("next", Cursor.of(found.get(found.size() - 1).id()));
        }
        return seen(call, found, json);
    }

    /** The text may name a person: it stands in the body, never in an address. */
    Answer search(Call call) throws RefusedCall, IOException {
        MediaTypes.require(call.headers(), Set.of(MediaTypes.JSON));
        InboxQuestion question = InboxQuestion.of(call.query());
        Page page = question.page();
        JsonSearch search = StrictJson.read(call.body(), JsonSearch.class);
        if (!search.good()) {
            throw new RefusedCall(RestCode.SEARCH, "text");
        }
        InboxSearch.Found found = new InboxSearch(ports.notices())
                .search(call.partner(), question.filter(), search.text(), before(call, page), page.limit());
        Json json = listed(found.notices()).with("stopped", found.stopped());
        found.next().ifPresent(next -> json.with("next", Cursor.of(next)));
        return seen(call, found.notices(), json);
    }

    private record JsonSearch(@JsonProperty("text") String text) {

        boolean good() {
            return !text.isBlank() && text.length() <= MAX_TEXT;
        }

        @Override
        public String toString() {
            return "JsonSearch";
        }
    }

    private Optional<NoticeId> before(Call call, Page page) throws RefusedCall {
        return Cursor.before(
                page, Inbox::id, id -> ports.notices().find(call.partner(), id).isPresent());
    }

    private Json listed(List<NoticeView> found) {
        return Json.object()
                .with("notices", found.stream().map(view -> view(view).map()).toList());
    }

    private Json view(NoticeView view) {
        return Views.notice(view, ports.catalogue(), ports.periods().objection(view));
    }

    private Answer seen(Call call, List<NoticeView> found, Json json) {
        List<NoticeId> ids = found.stream().map(NoticeView::id).toList();
        return Answer.json(200, json).then(() -> {
            if (!ids.isEmpty()) {
                ports.notices().seen(call.partner(), ids, clock.instant());
            }
        });
    }

    Answer markRead(Call call) throws RefusedCall {
        return mark(call, true);
    }

    Answer markUnread(Call call) throws RefusedCall {
        return mark(call, false);
    }

    private Answer mark(Call call, boolean read) throws RefusedCall {
        ports.notices().markRead(call.partner(), find(call).id(), read);
        return Answer.nothing(204);
    }

    Answer show(Call call) throws RefusedCall {
        NoticeView notice = find(call);
        return Answer.json(
                200,
                view(notice)
                        .with("deliveries", Views.deliveries(ports.notices().deliveries(notice.id())))
                        .withObject(
                                "origin", ports.messages().origin(notice.id()).map(Views::origin)));
    }

    Answer document(Call call) throws RefusedCall, IOException {
        NoticeView view = fetchable(call);
        NoticeStore store = ports.notices();
        DocumentKind kind = kind(view);
        return Answer.stream(
                        200,
                        kind.mediaType(),
                        view.content().size(),
                        () -> ports.content().open(view.content().id()))
                .with("Content-Disposition", attached(view, kind.suffix()))
                .then(() -> {
                    store.fetched(call.partner(), view.id(), clock.instant());
                    LOG.info("Notice {} was fetched by {}", view.id(), call.partner());
                });
    }

    /**
     * Where it holds the document it counts as fetched like the document alone; once that is over it goes on proving what
     * happened, by the digest of the document.
     */
    Answer evidence(Call call) throws RefusedCall, IOException {
        NoticeView view = find(call);
        NoticeStore store = ports.notices();
        if (!isFetchable(view)) {
            InputStream without = new Evidence(ports).of(view, Optional.empty(), clock.instant());
            return Answer.stream(200, EvidenceSealer.MEDIA_TYPE, Answer.UNKNOWN, () -> without)
                    .with("Content-Disposition", attached(view, "asice"));
        }
        InputStream container = new Evidence(ports).of(view, Optional.of(kind(view)), clock.instant());
        return Answer.stream(200, EvidenceSealer.MEDIA_TYPE, Answer.UNKNOWN, () -> container)
                .with("Content-Disposition", attached(view, "asice"))
                .then(() -> {
                    store.fetched(call.partner(), view.id(), clock.instant());
                    LOG.info("Notice {} was fetched with its evidence by {}", view.id(), call.partner());
                });
    }

    /** A message without a seal is not saved under the name of a notice. */
    private static String attached(NoticeView view, String suffix) {
        String name = view.verdict() == NoticeVerdict.UNSEALED ? "message-" : "notice-";
        return "attachment; filename=\"" + name + view.id() + "." + suffix + "\"";
    }

    /** It stays in the inbox all the same. */
    private NoticeView fetchable(Call call) throws RefusedCall {
        NoticeView view = find(call);
        if (!isFetchable(view)) {
            throw new RefusedCall(RestCode.NOTICE_OVER, "path id");
        }
        return view;
    }

    /** Whether its end has not passed, or an operator holds it; one that was erased is neither. */
    private boolean isFetchable(NoticeView view) {
        return !view.facts().has(NoticeFact.ERASED)
                && (!view.facts().isOver(clock.instant())
                        || ports.retention().hold(view.id()).isPresent());
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

    static Optional<NoticeId> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(new NoticeId(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
