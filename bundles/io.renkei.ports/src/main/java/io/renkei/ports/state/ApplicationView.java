package io.renkei.ports.state;

import io.renkei.api.model.ApplicationState;
import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.FilingState;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import java.time.Instant;
import java.util.List;

/** An application with its filings, as they stood when it was read. */
public record ApplicationView(
        ArrivalNumber number, PartnerId sender, SenderNumber senderNumber, Instant arrived, List<FilingView> filings) {

    public ApplicationView {
        filings = List.copyOf(filings);
    }

    /** Derived from the filings at each call. A correction that is on its way to its destination needs nobody. */
    public ApplicationState state() {
        return ApplicationState.of(filings.stream().map(this::seen).toList());
    }

    /** What answers a filing, in the order in which it came. */
    public List<FilingView> answersTo(FilingKey filing) {
        return filings.stream()
                .filter(each -> each.earlier().filter(filing::equals).isPresent())
                .toList();
    }

    private FilingState seen(FilingView filing) {
        boolean underWay = filing.state() == FilingState.CORRECTION_REQUESTED
                && answersTo(filing.key()).stream()
                        .anyMatch(answer -> !answer.state().isFinal());
        return underWay ? FilingState.EXAMINING : filing.state();
    }
}
