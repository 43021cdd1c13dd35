package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Connectors;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Services;
import io.renkei.ops.internal.Times;
import io.renkei.ports.lanes.Lanes;
import io.renkei.ports.state.FilingStore;
import java.time.Clock;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:connector-pause}. */
@Service
@Command(scope = "renkei", name = "connector-pause", description = "Sends nothing more to a destination from this node")
public final class ConnectorPause extends OpsCommand {

    @Argument(name = "destination", description = "The destination", required = true)
    @Completion(DestinationCompleter.class)
    private String destination;

    @Option(name = "--reason", description = "Why, for other operators; no personal data", required = true)
    private String reason;

    @Option(name = "--until", description = "When it ends by itself: 30m, 2h, 06:00, 2026-04-01T06:00 (in Japan)")
    private String until;

    @Reference(optional = true)
    private Lanes lanes;

    @Reference(optional = true)
    private FilingStore filings;

    @Override
    Answer answer() {
        return new Connectors(Services.need(lanes, "The route host"), Optional.ofNullable(filings))
                .pause(
                        Names.destination(destination),
                        reason,
                        Names.given(until, text -> Times.until(text, Clock.systemUTC())));
    }
}
