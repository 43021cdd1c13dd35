package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Endings;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Services;
import io.renkei.ports.notices.RetentionStore;
import java.time.Clock;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:notice-release}. */
@Service
@Command(
        scope = "renkei",
        name = "notice-release",
        description = "Lifts the hold of a notice; its document is destroyed once its time is over")
public final class NoticeRelease extends OpsCommand {

    @Argument(name = "notice", description = "Its id", required = true)
    private String notice;

    @Reference(optional = true)
    private RetentionStore store;

    @Override
    Answer answer() {
        return new Endings(Services.need(store, "The database"), Clock.systemUTC())
                .release(Names.notice(notice), caller());
    }
}
