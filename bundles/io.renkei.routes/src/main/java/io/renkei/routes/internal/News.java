package io.renkei.routes.internal;

import io.renkei.api.model.FilingEvent;
import io.renkei.api.model.FilingLifecycle;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.spi.StatusReader.Status;
import io.renkei.ports.state.Change;
import io.renkei.ports.state.FilingView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a destination's history of a filing says that is not known yet. */
final class News {

    private static final int LONGEST_RAW = 200;

    private News() {}

    /**
     * The change that is news.
     *
     * @param mayClose whether the end of the procedure may be written now
     */
    static Optional<Change> of(FilingView now, Status status, boolean mayClose) {
        List<FilingEvent> events = new ArrayList<>(legal(now.state(), unseen(now.state(), status.events())));
        if (!mayClose) {
            events.remove(FilingEvent.PROCEDURE_CLOSED);
        }
        if (events.isEmpty()) {
            return Optional.empty();
        }
        List<ReceiptNumber> receipts = new ArrayList<>(status.receipts());
        receipts.removeAll(now.receipts());
        return Optional.of(new Change(
                now.key(),
                now.version(),
                events,
                receipts,
                Optional.empty(),
                status.code().isEmpty() ? Optional.empty() : Optional.of(Ending.code(status.code())),
                raw(status.raw()),
                status.correction()));
    }

    /**
     * The part of the history after the last time it stood where the filing stands: a correction that was asked for and
     * sent is not asked for again. A history that never stood there is taken whole.
     */
    private static List<FilingEvent> unseen(FilingState now, List<FilingEvent> history) {
        FilingState state = FilingState.ATTEMPTING;
        int from = 0;
        for (int i = 0; i < history.size(); i++) {
            state = FilingLifecycle.next(state, history.get(i)).orElse(state);
            if (state == now) {
                from = i + 1;
            }
        }
        return history.subList(from, history.size());
    }

    private static List<FilingEvent> legal(FilingState now, List<FilingEvent> events) {
        List<FilingEvent> legal = new ArrayList<>();
        FilingState state = now;
        for (FilingEvent event : events) {
            Optional<FilingState> next = FilingLifecycle.next(state, event);
            if (next.isPresent()) {
                legal.add(event);
                state = next.get();
            }
        }
        return legal;
    }

    private static Optional<String> raw(String word) {
        String line = word.replaceAll("\\p{Cntrl}", " ").strip();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        int end = line.offsetByCodePoints(0, Math.min(LONGEST_RAW, line.codePointCount(0, line.length())));
        return Optional.of(line.substring(0, end));
    }
}
