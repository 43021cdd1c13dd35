package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Steering;
import io.renkei.ports.lanes.LaneRoute;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:connector-resume}. */
@Service
@Command(scope = "renkei", name = "connector-resume", description = "Ends a pause or a stop")
public final class ConnectorResume extends DestinationCommand {

    @Option(
            name = "--route",
            description = "dispatch, reconciliation, news, read-receipts, all (all unless given)",
            multiValued = true)
    @Completion(RouteCompleter.class)
    private List<String> routes;

    @Override
    Answer answer() {
        return steering().resume(destination(), Steering.routes(routes, Set.of(LaneRoute.values())));
    }
}
