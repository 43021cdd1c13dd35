package io.renkei.portal.internal;

import io.renkei.ports.outgoing.Teller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log how telling the portal goes. */
final class PortalReports implements Teller.Reports {

    private static final Logger LOG = LoggerFactory.getLogger(PortalReports.class);

    @Override
    public void notTaken(String sentence) {
        LOG.warn("{} ({})", EventsCode.NOT_TAKEN.line(), sentence);
    }

    @Override
    public void defect(RuntimeException defect) {
        LOG.error("{}", EventsCode.DEFECT.line(), defect);
    }

    @Override
    public void takenAgain() {
        LOG.info("The portal takes events again.");
    }
}
