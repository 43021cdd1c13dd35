package io.renkei.ops.internal.command;

import io.renkei.api.model.DestinationId;
import io.renkei.ports.lanes.LaneView;
import io.renkei.ports.lanes.Lanes;
import io.renkei.ports.state.FilingStore;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Destinations with a connector or with filings. */
@Service
public final class DestinationCompleter extends WordCompleter {

    @Reference(optional = true)
    private Lanes lanes;

    @Reference(optional = true)
    private FilingStore filings;

    @Override
    List<String> words() {
        Stream<DestinationId> connected =
                lanes == null ? Stream.of() : lanes.lanes().stream().map(LaneView::destination);
        Set<String> filed = Set.copyOf(offered(() -> filings == null
                ? List.of()
                : filings.counts().keySet().stream().map(DestinationId::value).toList()));
        return Stream.concat(connected.map(DestinationId::value), filed.stream())
                .distinct()
                .sorted()
                .toList();
    }
}
