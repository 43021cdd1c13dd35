package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Steering;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.LaneRoute;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:connector-kill}. */
@Service
@Command(
        scope = "renkei",
        name = "connector-kill",
        description = "Stops everything to a destination at once, what is under way too; stays until it is resumed")
public final class ConnectorKill extends HoldCommand {

    @Option(
            name = "--route",
            description = "dispatch, reconciliation, news, read-receipts, all (all unless given)",
            multiValued = true)
    @Completion(RouteCompleter.class)
    private List<String> routes;

    @Override
    Answer answer() {
        return steering()
                .hold(
                        destination(),
                        order(Steering.routes(routes, Set.of(LaneRoute.values())), Hold.Kind.KILL, Optional.empty()));
    }
}
