package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.announcements.AnnouncementStore;
import io.renkei.ports.announcements.AnnouncementView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Questions about announcements. What they say is not shown. */
public final class Announcements {

    private static final int MOST = 100;

    private final AnnouncementStore store;

    public Announcements(AnnouncementStore store) {
        this.store = store;
    }

    /** Those on their way, the oldest first. */
    public Answer open(int limit) {
        return new Sheet(store.open(Names.limit(limit, MOST)));
    }

    /** Some announcements. */
    record Sheet(List<AnnouncementView> announcements) implements Answer {

        private static final List<String> HEADERS =
                List.of("announcement", "accepted (JST)", "from", "inboxes", "done");

        @Override
        public void print(Page page) {
            page.table(HEADERS, announcements.stream().map(Sheet::row).toList(), "No announcement is on its way.");
        }

        private static List<String> row(AnnouncementView view) {
            return List.of(
                    view.id().toString(),
                    Times.japan(view.accepted()),
                    view.from().value(),
                    Long.toString(view.lines()),
                    Long.toString(view.done()));
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeArrayFieldStart("announcements");
            for (AnnouncementView view : announcements) {
                out.writeStartObject();
                out.writeStringField("id", view.id().toString());
                out.writeStringField("from", view.from().value());
                out.writeNumberField("inboxes", view.lines());
                out.writeNumberField("done", view.done());
                Json.time(out, "accepted", Optional.of(view.accepted()));
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }
}
