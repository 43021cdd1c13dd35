package io.renkei.ops.internal.command;

import io.renkei.api.model.FilingState;
import io.renkei.ports.state.FilingStore;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** The keys of parked filings. */
@Service
public final class ParkedCompleter extends WordCompleter {

    private static final int MOST = 100;

    @Reference(optional = true)
    private FilingStore filings;

    @Override
    List<String> words() {
        return parked(filings);
    }

    static List<String> parked(FilingStore filings) {
        return filings == null
                ? List.of()
                : filings.list(FilingState.PARKED, Optional.empty(), Optional.empty(), MOST).stream()
                        .map(filing -> filing.key().toString())
                        .toList();
    }
}
