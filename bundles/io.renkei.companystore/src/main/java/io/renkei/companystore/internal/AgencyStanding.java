package io.renkei.companystore.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.outgoing.Teller;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a destination takes events, said in the log when it changes. Safe for use by several threads. */
final class AgencyStanding implements Teller.Reports {

    private static final Logger LOG = LoggerFactory.getLogger(AgencyStanding.class);

    private final DestinationId destination;
    private volatile Optional<String> trouble = Optional.empty();

    AgencyStanding(DestinationId destination) {
        this.destination = destination;
    }

    /** Why it was not told the last time; empty while all is well. */
    Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void notTaken(String sentence) {
        trouble = Optional.of(sentence);
        LOG.warn("{} ({}: {})", StoreCode.NOT_TOLD.line(), destination, sentence);
    }

    @Override
    public void defect(RuntimeException defect) {
        trouble = Optional.of("a defect, see the log");
        LOG.error("{} ({})", StoreCode.DEFECT.line(), destination, defect);
    }

    @Override
    public void takenAgain() {
        trouble = Optional.empty();
        LOG.info("The destination {} takes events again.", destination);
    }
}
