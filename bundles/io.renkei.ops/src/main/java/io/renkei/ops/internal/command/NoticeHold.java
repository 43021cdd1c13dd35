package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Endings;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Services;
import io.renkei.ports.notices.RetentionStore;
import java.time.Clock;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:notice-hold}. */
@Service
@Command(
        scope = "renkei",
        name = "notice-hold",
        description =
                "Keeps the document of a notice past its time, and lets its addressee fetch it, until it is released")
public final class NoticeHold extends OpsCommand {

    @Argument(name = "notice", description = "Its id", required = true)
    private String notice;

    @Option(name = "--reason", description = "Why, for other operators; no personal data", required = true)
    private String reason;

    @Reference(optional = true)
    private RetentionStore store;

    @Override
    Answer answer() {
        return new Endings(Services.need(store, "The database"), Clock.systemUTC())
                .hold(Names.notice(notice), reason, caller());
    }
}
