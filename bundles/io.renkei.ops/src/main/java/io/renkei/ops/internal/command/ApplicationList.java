package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Applications;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Services;
import io.renkei.ports.state.ApplicationStore;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:application-list}. */
@Service
@Command(scope = "renkei", name = "application-list", description = "Applications, newest first")
public final class ApplicationList extends OpsCommand {

    @Option(name = "--before", description = "List what is older than this application")
    @Completion(NumberCompleter.class)
    private String before;

    @Option(name = "--limit", description = "How many, 1 to 100")
    private int limit = 20;

    @Option(name = "--sender", description = "Only those of this partner")
    private String sender;

    @Reference(optional = true)
    private ApplicationStore applications;

    @Override
    Answer answer() {
        return new Applications(Services.need(applications, "The database"))
                .list(Names.given(sender, Names::partner), Names.given(before, Names::number), limit);
    }
}
