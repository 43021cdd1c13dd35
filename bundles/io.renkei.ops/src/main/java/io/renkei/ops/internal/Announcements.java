package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.api.model.PartnerId;
import io.renkei.ports.access.Partners;
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

    /** Gives those whose portal is not known to this one. */
    public Answer adopt(String portal, Partners partners) {
        PartnerId id = partners.portal(Optional.of(Names.partner(portal)))
                .orElseThrow(() -> OpsCode.ARGUMENT.fault("No partner \"" + portal + "\" has the role portal."));
        return new Adopted(id, store.adopt(id));
    }

    /** How many a portal got. */
    record Adopted(PartnerId portal, int announcements) implements Answer {

        @Override
        public void print(Page page) {
            page.line(announcements + " announcements belong to the portal " + portal + " from now on.");
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeStringField("portal", portal.value());
            out.writeNumberField("announcements", announcements);
            out.writeEndObject();
        }
    }

    /** Some announcements. */
    record Sheet(List<AnnouncementView> announcements) implements Answer {

        private static final List<String> HEADERS =
                List.of("announcement", "accepted (JST)", "from", "portal", "inboxes", "done");

        @Override
        public void print(Page page) {
            page.table(HEADERS, announcements.stream().map(Sheet::row).toList(), "No announcement is on its way.");
        }

        private static List<String> row(AnnouncementView view) {
            return List.of(
                    view.id().toString(),
                    Times.japan(view.accepted()),
                    view.from().value(),
                    portal(view),
                    Long.toString(view.lines()),
                    Long.toString(view.done()));
        }

        private static String portal(AnnouncementView view) {
            return view.portal().map(PartnerId::value).orElse("");
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeArrayFieldStart("announcements");
            for (AnnouncementView view : announcements) {
                out.writeStartObject();
                out.writeStringField("id", view.id().toString());
                out.writeStringField("from", view.from().value());
                out.writeStringField("portal", portal(view));
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
