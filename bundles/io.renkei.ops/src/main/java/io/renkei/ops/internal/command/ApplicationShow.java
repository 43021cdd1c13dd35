package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Applications;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Services;
import io.renkei.ports.state.ApplicationStore;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:application-show}. */
@Service
@Command(scope = "renkei", name = "application-show", description = "One application with its filings")
public final class ApplicationShow extends OpsCommand {

    @Argument(name = "number", description = "The arrival number", required = true)
    @Completion(NumberCompleter.class)
    private String number;

    @Option(name = "--time-line", description = "Everything that was written of it, too; always there with --json")
    private boolean timeLine;

    @Reference(optional = true)
    private ApplicationStore applications;

    @Override
    Answer answer() {
        return new Applications(Services.need(applications, "The database")).show(Names.number(number), timeLine);
    }
}
