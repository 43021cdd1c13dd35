package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Services;
import io.renkei.ops.internal.SubmissionSheets;
import io.renkei.ports.submissions.SubmissionStore;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:submission-list}. */
@Service
@Command(
        scope = "renkei",
        name = "submission-list",
        description = "Submissions whose data stays with the company, newest first")
public final class SubmissionList extends OpsCommand {

    @Option(name = "--limit", description = "How many, 1 to 100")
    private int limit = 20;

    @Reference(optional = true)
    private SubmissionStore submissions;

    @Override
    Answer answer() {
        return new SubmissionSheets(Services.need(submissions, "The database")).list(limit);
    }
}
