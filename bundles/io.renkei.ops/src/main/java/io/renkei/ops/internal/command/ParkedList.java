package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Parked;
import io.renkei.ops.internal.Services;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FilingStore;
import java.time.Clock;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:parked-list}. */
@Service
@Command(scope = "renkei", name = "parked-list", description = "Filings that wait for a person")
public final class ParkedList extends OpsCommand {

    @Option(name = "--destination", description = "Only those of this destination")
    @Completion(DestinationCompleter.class)
    private String destination;

    @Option(name = "--after", description = "List what follows this filing")
    private String after;

    @Option(name = "--limit", description = "How many, 1 to 100")
    private int limit = 50;

    @Reference(optional = true)
    private FilingStore filings;

    @Reference(optional = true)
    private ApplicationStore applications;

    @Override
    Answer answer() {
        return new Parked(
                        Services.need(filings, "The database"),
                        Services.need(applications, "The database"),
                        Clock.systemUTC())
                .list(Names.given(destination, Names::destination), Names.given(after, Names::key), limit);
    }
}
