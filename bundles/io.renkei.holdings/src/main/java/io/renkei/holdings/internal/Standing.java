package io.renkei.holdings.internal;

import io.renkei.ports.sites.SiteId;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which services answer, as far as anybody asked; one line in the log on each change. Safe for use by several threads. */
final class Standing {

    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

    private final Map<String, String> down = new TreeMap<>();

    synchronized void answered(SiteId service) {
        if (down.remove(service.value()) != null) {
            LOG.info("The private delivery service {} answers again.", service);
        }
    }

    /** @param code of the connector, or one of ours */
    synchronized void failed(SiteId service, String code) {
        if (down.put(service.value(), code) == null) {
            LOG.warn("{} ({}, {})", HoldingsCode.DOWN.line(), service, code);
        }
    }

    /** The code of the last failure, by service. */
    synchronized Map<String, String> down() {
        return new TreeMap<>(down);
    }
}
