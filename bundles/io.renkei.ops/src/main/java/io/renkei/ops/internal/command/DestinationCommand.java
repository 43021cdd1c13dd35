package io.renkei.ops.internal.command;

import io.renkei.api.model.DestinationId;
import io.renkei.ops.internal.Names;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

/** A command that steers one destination. */
abstract class DestinationCommand extends LaneCommand {

    @Argument(name = "destination", description = "The destination", required = true)
    @Completion(DestinationCompleter.class)
    private String destination;

    final DestinationId destination() {
        return Names.destination(destination);
    }
}
