package io.renkei.door.rest.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.announcements.Announce.Taken;
import io.renkei.ports.announcements.Announcement;
import io.renkei.ports.announcements.AnnouncementId;
import io.renkei.ports.announcements.AnnouncementView;
import io.renkei.ports.announcements.InboxId;
import io.renkei.ports.content.ContentTooLarge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes an agency's announcements, and tells it how far they came. The list of inboxes is read while it arrives. */
final class Announcements {

    private static final String PORTAL = "portal";

    private final Ports ports;
    private final Clock clock;

    Announcements(Ports ports, Clock clock) {
        this.ports = ports;
        this.clock = clock;
    }

    /** The first object; what is not said is empty text. */
    private record JsonAnnouncement(
            @JsonProperty("title") String title,
            @JsonProperty("title_en") String titleEn,
            @JsonProperty("text") String text,
            @JsonProperty("text_en") String textEn,
            @JsonProperty("link") String link,
            @JsonProperty("until") String until) {

        Announcement read() throws RefusedCall {
            try {
                Optional<Instant> end = until.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(until));
                return new Announcement(title, titleEn, text, textEn, link, end);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new RefusedCall(RestCode.ANNOUNCEMENT, JsonLines.place(1));
            }
        }

        @Override
        public String toString() {
            return "JsonAnnouncement";
        }
    }

    /** Each object after the first. */
    private record JsonInbox(@JsonProperty("inbox") String inbox) {}

    Answer announce(Call call) throws RefusedCall, IOException {
        DestinationId from = call.ownDestination();
        PartnerId portal = portal(call);
        MediaTypes.require(call.headers(), Set.of(MediaTypes.NDJSON));
        SenderNumber number = Submissions.number(call)
                .orElseThrow(() -> new RefusedCall(RestCode.SENDER_NUMBER, "header " + Headers.IDEMPOTENCY_KEY));
        JsonLines lines = new JsonLines(call.body());
        Announcement what = lines.next(JsonAnnouncement.class).read();
        if (!lines.hasNext()) {
            throw new RefusedCall(RestCode.INBOXES, JsonLines.place(2));
        }
        return answer(call, taken(from, number, what, portal, lines));
    }

    private PartnerId portal(Call call) throws RefusedCall {
        Optional<PartnerId> named = Query.of(call.query(), Set.of(PORTAL)).read(PORTAL, PartnerId::new);
        return ports.partners()
                .portal(named)
                .orElseThrow(() -> new RefusedCall(RestCode.NO_SUCH_PORTAL, "query " + PORTAL));
    }

    private Taken taken(DestinationId from, SenderNumber number, Announcement what, PartnerId portal, JsonLines lines)
            throws RefusedCall, IOException {
        try {
            return ports.announce().announce(from, number, what, portal, new Inboxes(lines));
        } catch (Broken e) {
            throw e.refused;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IllegalArgumentException | ContentTooLarge e) {
            throw new RefusedCall(RestCode.INBOXES, JsonLines.place(lines.line()));
        }
    }

    private static Answer answer(Call call, Taken taken) throws RefusedCall {
        if (taken instanceof Taken.Kept kept) {
            return Answer.json(
                            202,
                            Json.object()
                                    .with("id", kept.id().toString())
                                    .with("inboxes", kept.lines())
                                    .with("repeated", kept.repeated()))
                    .with("Location", "/v1/ministry/" + call.open().get("destination") + "/announcements/" + kept.id());
        }
        throw new RefusedCall(RestCode.NUMBER_REUSED, "header " + Headers.IDEMPOTENCY_KEY);
    }

    Answer show(Call call) throws RefusedCall {
        AnnouncementView view = id(call).flatMap(id -> find(call, id))
                .orElseThrow(() -> new RefusedCall(RestCode.NO_SUCH_ANNOUNCEMENT, "path id"));
        return Answer.json(
                200,
                Json.object()
                        .with("id", view.id().toString())
                        .with("portal", view.portal().map(PartnerId::value))
                        .with("inboxes", view.lines())
                        .with("done", view.done())
                        .with("accepted", view.accepted().toString())
                        .with("completed", view.completed())
                        .with("withdrawn", view.withdrawn()));
    }

    private Optional<AnnouncementView> find(Call call, AnnouncementId id) {
        return ports.announcements().find(new DestinationId(call.open().get("destination")), id);
    }

    Answer withdraw(Call call) throws RefusedCall {
        DestinationId from = call.ownDestination();
        boolean known = id(call).filter(id -> ports.announcements().withdraw(from, id, clock.instant()))
                .isPresent();
        if (!known) {
            throw new RefusedCall(RestCode.NO_SUCH_ANNOUNCEMENT, "path id");
        }
        return Answer.nothing(204);
    }

    private static Optional<AnnouncementId> id(Call call) throws RefusedCall {
        call.ownDestination();
        return id(call.open().get("id"));
    }

    static Optional<AnnouncementId> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(new AnnouncementId(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Carries a refusal through the port, which knows nothing of calls. */
    private static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient RefusedCall refused;

        Broken(RefusedCall refused) {
            super(null, refused, false, false);
            this.refused = refused;
        }
    }

    private record Inboxes(JsonLines lines) implements Iterator<InboxId> {

        @Override
        public boolean hasNext() {
            try {
                return lines.hasNext();
            } catch (RefusedCall e) {
                throw new Broken(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public InboxId next() {
            try {
                return new InboxId(lines.next(JsonInbox.class).inbox());
            } catch (RefusedCall e) {
                throw new Broken(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
