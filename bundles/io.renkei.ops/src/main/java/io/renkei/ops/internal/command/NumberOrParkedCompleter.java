package io.renkei.ops.internal.command;

import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FilingStore;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** What one may ask about: the latest applications and the parked filings. */
@Service
public final class NumberOrParkedCompleter extends WordCompleter {

    @Reference(optional = true)
    private ApplicationStore applications;

    @Reference(optional = true)
    private FilingStore filings;

    @Override
    List<String> words() {
        return Stream.concat(ParkedCompleter.parked(filings).stream(), NumberCompleter.latest(applications).stream())
                .toList();
    }
}
