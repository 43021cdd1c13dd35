package io.renkei.ops.internal.command;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.JournalCheck;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Services;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.submissions.SubmissionStore;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:verify-journal}. */
@Service
@Command(
        scope = "renkei",
        name = "verify-journal",
        description = "Checks the hash chain of an application or a submission")
public final class VerifyJournal extends OpsCommand {

    @Argument(name = "number", description = "The arrival number", required = true)
    @Completion(NumberCompleter.class)
    private String number;

    @Reference(optional = true)
    private ApplicationStore applications;

    @Reference(optional = true)
    private SubmissionStore submissions;

    @Override
    Answer answer() {
        ArrivalNumber which = Names.number(number);
        List<JournalRow> rows = Services.need(applications, "The database").timeLine(which);
        return JournalCheck.of(
                which,
                rows.isEmpty() ? Services.need(submissions, "The database").timeLine(which) : rows);
    }
}
