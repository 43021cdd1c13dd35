package io.renkei.ops.internal.command;

import io.renkei.api.spi.Troubles;
import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.ConnectorTroubles;
import io.renkei.ops.internal.Connectors;
import io.renkei.ops.internal.Services;
import io.renkei.ports.lanes.Lanes;
import io.renkei.ports.state.FilingStore;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:connector-list}. */
@Service
@Command(scope = "renkei", name = "connector-list", description = "Destinations, their connectors and what waits there")
public final class ConnectorList extends OpsCommand {

    @Reference(optional = true)
    private Lanes lanes;

    @Reference(optional = true)
    private FilingStore filings;

    @Reference(optional = true)
    private List<Troubles> troubles;

    @Override
    Answer answer() {
        return new Connectors(
                        Services.need(lanes, "The route host"),
                        Optional.ofNullable(filings),
                        new ConnectorTroubles(troubles == null ? List.of() : troubles))
                .list();
    }
}
