package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Batches;
import io.renkei.ops.internal.Services;
import io.renkei.ports.evidence.BatchStore;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:seal-list}. */
@Service
@Command(
        scope = "renkei",
        name = "seal-list",
        description = "Sealed batches of the journal and their timestamps, the newest first")
public final class SealList extends OpsCommand {

    @Option(name = "--limit", description = "How many, 1 to 1000")
    private int limit = 20;

    @Reference(optional = true)
    private BatchStore batches;

    @Override
    Answer answer() {
        return new Batches(Services.need(batches, "The database")).list(limit);
    }
}
