package io.renkei.ops.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.renkei.ports.notices.DeliveryStore;
import io.renkei.ports.notices.NoticeId;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.state.StateUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts what a private delivery service did not take on its list again. Who is on the list is left alone, so that a second call
 * has no second effect.
 */
public final class Redelivery {

    static final int MOST = 500;

    private final DeliveryStore deliveries;
    private final Clock clock;

    public Redelivery(DeliveryStore deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * What is meant: named notices, or those that were given up with a code, or all of the channel.
     *
     * @param limit the most, 1 to {@value #MOST}
     */
    public record Selection(String channel, List<NoticeId> ids, Optional<String> code, boolean all, int limit) {

        /** @throws OpsFault if nothing is named, or more than one kind of it */
        public Selection {
            ids = List.copyOf(ids);
            Names.limit(limit, MOST);
            int kinds = (ids.isEmpty() ? 0 : 1) + (code.isPresent() ? 1 : 0) + (all ? 1 : 0);
            if (kinds != 1) {
                throw OpsCode.ARGUMENT.fault("Name notices, or --code, or --all, and one of them alone.");
            }
            if (ids.size() > limit) {
                throw OpsCode.ARGUMENT.fault("These are " + ids.size() + " notices, and --limit is " + limit + ".");
            }
        }
    }

    /**
     * @param dryRun say what would happen and change nothing
     * @param by who orders it
     */
    public Answer run(Selection selection, boolean dryRun, String by) {
        List<NoticeView> givenUp = deliveries.givenUp(selection.channel(), selection.code(), clock.instant(), MOST);
        Set<NoticeId> known = givenUp.stream().map(NoticeView::id).collect(Collectors.toSet());
        List<NoticeId> meant = selection.ids().isEmpty()
                ? givenUp.stream().map(NoticeView::id).limit(selection.limit()).toList()
                : selection.ids();
        boolean more = selection.ids().isEmpty() && givenUp.size() > selection.limit();
        List<Line> lines = new ArrayList<>();
        for (NoticeId id : meant) {
            try {
                lines.add(new Line(id, fate(selection.channel(), id, known.contains(id), dryRun, by)));
            } catch (StateUnavailable e) {
                String stop =
                        "The database went away at " + id + ": run it again; what stands on the list stays there.";
                return new Result(lines, dryRun, more, Optional.of(stop));
            }
        }
        return new Result(lines, dryRun, more, Optional.empty());
    }

    private Fate fate(String channel, NoticeId id, boolean isKnown, boolean dryRun, String by) {
        if (dryRun) {
            return isKnown ? Fate.WOULD_REDELIVER : Fate.NOT_GIVEN_UP;
        }
        return deliveries.redeliver(channel, id, by, clock.instant()) ? Fate.REDELIVERED : Fate.NOT_GIVEN_UP;
    }

    /** One notice. */
    record Line(NoticeId id, Fate fate) {}

    /** What became of one. */
    enum Fate {
        WOULD_REDELIVER("would be put on the list"),
        REDELIVERED("stands on the list again"),
        NOT_GIVEN_UP("was not given up there, waits already, was replaced, or is over: nothing done");

        private final String sentence;

        Fate(String sentence) {
            this.sentence = sentence;
        }
    }

    /**
     * What was done.
     *
     * @param more whether there are more of the kind
     * @param stopped why it ended before its end
     */
    record Result(List<Line> lines, boolean dryRun, boolean more, Optional<String> stopped) implements Answer {

        private static final List<String> HEADERS = List.of("notice", "what happened");

        @Override
        public void print(Page page) {
            page.table(
                    HEADERS,
                    lines.stream()
                            .map(line -> List.of(line.id().toString(), line.fate().sentence))
                            .toList(),
                    "No notice is meant.");
            if (more) {
                page.line("There are more: run it again, or raise --limit.");
            }
        }

        @Override
        public void json(JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeBooleanField("dryRun", dryRun);
            out.writeArrayFieldStart("notices");
            for (Line line : lines) {
                out.writeStartObject();
                out.writeStringField("id", line.id().toString());
                out.writeStringField("fate", line.fate().name());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeBooleanField("more", more);
            Json.text(out, "stopped", stopped);
            out.writeEndObject();
        }

        @Override
        public Optional<String> alarm() {
            return stopped;
        }
    }
}
