package io.renkei.ops.internal.command;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingState;
import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Filings;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Services;
import io.renkei.ports.state.FilingStore;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:filing-list}. */
@Service
@Command(scope = "renkei", name = "filing-list", description = "How many filings stand where, or those in one state")
public final class FilingList extends OpsCommand {

    @Option(name = "--state", description = "List those in this state, by key")
    @Completion(StateCompleter.class)
    private String state;

    @Option(name = "--destination", description = "Only those of this destination")
    @Completion(DestinationCompleter.class)
    private String destination;

    @Option(name = "--after", description = "List what follows this filing")
    private String after;

    @Option(name = "--limit", description = "How many, 1 to 100")
    private int limit = 50;

    @Reference(optional = true)
    private FilingStore filings;

    @Override
    Answer answer() {
        Filings asked = new Filings(Services.need(filings, "The database"));
        Optional<DestinationId> only = Names.given(destination, Names::destination);
        return Names.given(state, text -> Names.word(FilingState.class, text))
                .map(chosen -> asked.list(chosen, only, Names.given(after, Names::key), limit))
                .orElseGet(() -> asked.counts(only));
    }
}
