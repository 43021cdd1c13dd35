package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Steering;
import io.renkei.ops.internal.Times;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.lanes.LaneRoute;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:connector-pause}. */
@Service
@Command(
        scope = "renkei",
        name = "connector-pause",
        description = "Sends nothing more to a destination; what is under way ends")
public final class ConnectorPause extends HoldCommand {

    @Option(name = "--until", description = "When it ends by itself: 30m, 2h, 06:00, 2026-04-01T06:00 (in Japan)")
    private String until;

    @Option(
            name = "--route",
            description = "dispatch, reconciliation, news, read-receipts, all (dispatch unless given)",
            multiValued = true)
    @Completion(RouteCompleter.class)
    private List<String> routes;

    @Override
    Answer answer() {
        return steering()
                .hold(
                        destination(),
                        order(
                                Steering.routes(routes, Set.of(LaneRoute.DISPATCH)),
                                Hold.Kind.PAUSE,
                                Names.given(until, text -> Times.until(text, Clock.systemUTC()))));
    }
}
