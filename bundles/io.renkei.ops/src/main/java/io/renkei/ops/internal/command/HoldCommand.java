package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Steering;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.LaneRoute;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Option;

/** A command that holds one destination for a reason. */
abstract class HoldCommand extends DestinationCommand {

    @Option(name = "--reason", description = "Why, for other operators; no personal data", required = true)
    private String reason;

    final Steering.Order order(Set<LaneRoute> routes, Hold.Kind kind, Optional<Instant> until) {
        return new Steering.Order(routes, kind, reason, until);
    }
}
