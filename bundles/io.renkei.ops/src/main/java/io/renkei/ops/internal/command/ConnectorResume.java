package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Connectors;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Services;
import io.renkei.ports.lanes.Lanes;
import io.renkei.ports.state.FilingStore;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:connector-resume}. */
@Service
@Command(scope = "renkei", name = "connector-resume", description = "Ends a pause")
public final class ConnectorResume extends OpsCommand {

    @Argument(name = "destination", description = "The destination", required = true)
    @Completion(DestinationCompleter.class)
    private String destination;

    @Reference(optional = true)
    private Lanes lanes;

    @Reference(optional = true)
    private FilingStore filings;

    @Override
    Answer answer() {
        return new Connectors(Services.need(lanes, "The route host"), Optional.ofNullable(filings))
                .resume(Names.destination(destination));
    }
}
