package io.renkei.selfinfo.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.AttributeSource;
import io.renkei.api.spi.AttributeSource.Asking;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The agencies that are connected now; they come and go. Safe for use by several threads. */
final class Agencies {

    private final List<Connected> connected = new CopyOnWriteArrayList<>();

    /** A source with what never changes of it, read once. */
    record Connected(AttributeSource source, DestinationId agency, Set<SelfInformationNumber> items, Asking asking) {

        private static Connected of(AttributeSource source) {
            return new Connected(source, source.destination(), Set.copyOf(source.items()), source.asking());
        }
    }

    void add(AttributeSource source) {
        connected.add(Connected.of(source));
    }

    void remove(AttributeSource source) {
        connected.removeIf(each -> each.source() == source);
    }

    /** The one that came first, where there are several. */
    Optional<Connected> find(DestinationId agency) {
        return connected.stream().filter(each -> each.agency().equals(agency)).findFirst();
    }
}
