package io.renkei.ports.state;

import io.renkei.api.model.ApplicationState;
import io.renkei.api.model.ArrivalNumber;
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

    /** Derived from the filings at each call. */
    public ApplicationState state() {
        return ApplicationState.of(filings.stream().map(FilingView::state).toList());
    }
}
