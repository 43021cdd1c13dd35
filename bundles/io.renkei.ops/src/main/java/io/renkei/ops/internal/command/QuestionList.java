package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Questions;
import io.renkei.ops.internal.Services;
import io.renkei.ports.selfinfo.QuestionStore;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:question-list}. */
@Service
@Command(
        scope = "renkei",
        name = "question-list",
        description = "Questions for self-information that agencies have not answered yet")
public final class QuestionList extends OpsCommand {

    @Option(name = "--agency", description = "Of one agency alone")
    private String agency;

    @Option(name = "--limit", description = "How many, 1 to 100")
    private int limit = 50;

    @Reference(optional = true)
    private QuestionStore questions;

    @Override
    Answer answer() {
        return new Questions(Services.need(questions, "The database"))
                .list(Names.given(agency, Names::destination), limit);
    }
}
