package io.renkei.ops.internal.command;

import io.renkei.ops.internal.ConnectorTroubles;
import io.renkei.ops.internal.Connectors;
import io.renkei.ops.internal.Services;
import io.renkei.ops.internal.Steering;
import io.renkei.ports.lanes.Holds;
import io.renkei.ports.lanes.Lanes;
import io.renkei.ports.state.FilingStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command that steers lanes. */
abstract class LaneCommand extends OpsCommand {

    @Reference(optional = true)
    private Lanes lanes;

    @Reference(optional = true)
    private Holds holds;

    @Reference(optional = true)
    private FilingStore filings;

    final Steering steering() {
        return new Steering(
                Services.need(holds, "The database"),
                () -> new Connectors(
                        Services.need(lanes, "The route host"),
                        Optional.ofNullable(filings),
                        new ConnectorTroubles(List.of())),
                Clock.systemUTC(),
                caller(),
                time -> Thread.sleep(time.toMillis()));
    }
}
