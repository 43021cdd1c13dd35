package io.renkei.journal.jdbc.internal;

import io.renkei.ports.artefacts.Artefact;
import io.renkei.ports.artefacts.ArtefactKind;
import io.renkei.ports.sites.SiteId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many more artefacts of a kind a site may keep on this node before they are counted again: a sixteenth of what was free at the last
 * count, so that they are counted each time where hardly anything is free. Safe for use by several threads.
 */
final class Room {

    private static final int SHARE = 16;

    private final Map<Of, Long> left = new ConcurrentHashMap<>();

    private record Of(SiteId site, ArtefactKind kind) {

        static Of artefact(Artefact artefact) {
            return new Of(artefact.site(), artefact.kind());
        }
    }

    /** Whether there is room for one without counting; it is taken. */
    boolean take(Artefact artefact) {
        return left.compute(Of.artefact(artefact), (of, had) -> had == null ? -1 : Math.max(had, 0) - 1) >= 0;
    }

    /** @param free how many more there might be, the one that it was counted for included */
    void counted(Artefact artefact, long free) {
        left.put(Of.artefact(artefact), free / SHARE);
    }
}
