package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Endings;
import io.renkei.ops.internal.Services;
import io.renkei.ports.notices.Retention;
import io.renkei.ports.notices.RetentionStore;
import java.time.Clock;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:notice-ending}. */
@Service
@Command(
        scope = "renkei",
        name = "notice-ending",
        description = "Documents that are destroyed soon, that first which goes first, or what is held")
public final class NoticeEnding extends OpsCommand {

    @Option(name = "--days", description = "Within how many days, 1 to 3650")
    private int days = 30;

    @Option(name = "--held", description = "What is held instead, the last ordered first")
    private boolean held;

    @Option(name = "--limit", description = "How many, 1 to 100")
    private int limit = 50;

    @Reference(optional = true)
    private RetentionStore store;

    @Reference(optional = true)
    private Retention retention;

    @Override
    Answer answer() {
        Endings endings = new Endings(Services.need(store, "The database"), Clock.systemUTC());
        return held ? endings.held(limit) : endings.within(days, limit, Services.need(retention, "io.renkei.notices"));
    }
}
