package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Replay;
import io.renkei.ops.internal.ReplaySelection;
import io.renkei.ops.internal.Services;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FilingStore;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:parked-replay}. */
@Service
@Command(scope = "renkei", name = "parked-replay", description = "Makes parked filings ready again")
public final class ParkedReplay extends OpsCommand {

    @Argument(name = "filings", description = "Their keys", multiValued = true)
    @Completion(ParkedCompleter.class)
    private List<String> keys;

    @Option(name = "--destination", description = "All parked ones of this destination")
    @Completion(DestinationCompleter.class)
    private String destination;

    @Option(name = "--cause", description = "All parked ones with exactly this cause")
    private String cause;

    @Option(name = "--dry-run", description = "Say what would happen, and change nothing")
    private boolean dryRun;

    @Option(name = "--outcome-checked", description = "The destination was asked: it does not have them")
    private boolean outcomeChecked;

    @Option(name = "--rate", description = "How many a second, 1 to 100")
    private int rate = 10;

    @Option(name = "--limit", description = "The most, 1 to 1000")
    private int limit = 100;

    @Reference(optional = true)
    private FilingStore filings;

    @Reference(optional = true)
    private ApplicationStore applications;

    @Override
    Answer answer() {
        long rest = 1000L / Names.between("--rate", rate, 100);
        List<String> named = keys == null ? List.of() : keys;
        ReplaySelection selection = new ReplaySelection(
                named.stream().map(Names::key).toList(),
                Names.given(destination, Names::destination),
                Optional.ofNullable(cause),
                limit);
        return new Replay(
                        Services.need(filings, "The database"),
                        Services.need(applications, "The database"),
                        () -> Thread.sleep(rest))
                .run(selection, dryRun, outcomeChecked);
    }
}
