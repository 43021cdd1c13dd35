package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Services;
import io.renkei.ops.internal.SubmissionSheets;
import io.renkei.ports.submissions.SubmissionStore;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:submission-accesses}. */
@Service
@Command(
        scope = "renkei",
        name = "submission-accesses",
        description = "Who referred to the data of a submission, when, and with what answer; newest first")
public final class SubmissionAccesses extends OpsCommand {

    @Argument(name = "number", description = "The number of the submission", required = true)
    @Completion(SubmissionCompleter.class)
    private String number;

    @Option(name = "--before", description = "The number behind the slash of the last record of the page before")
    private long before = Long.MAX_VALUE;

    @Option(name = "--limit", description = "How many, 1 to 100")
    private int limit = 50;

    @Reference(optional = true)
    private SubmissionStore submissions;

    @Override
    Answer answer() {
        return new SubmissionSheets(Services.need(submissions, "The database"))
                .accesses(Names.number(number), Optional.of(before), limit);
    }
}
