package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Notices;
import io.renkei.ops.internal.Services;
import io.renkei.ports.notices.NoticeFact;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeVerdict;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:notice-list}. */
@Service
@Command(scope = "renkei", name = "notice-list", description = "Notices with one verdict or one fact, newest first")
public final class NoticeList extends OpsCommand {

    @Option(
            name = "--verdict",
            description =
                    "FORGED (the default), ORPHAN, RECEIVED, MATCHED, UNSEALED, DUPLICATE, SUPERSEDED or WITHDRAWN")
    @Completion(VerdictCompleter.class)
    private String verdict = "FORGED";

    @Option(name = "--fact", description = "What happened to them instead, such as EXPIRED, CONTRADICTED or FAILED")
    @Completion(FactCompleter.class)
    private String fact;

    @Option(name = "--limit", description = "How many, 1 to 100")
    private int limit = 50;

    @Reference(optional = true)
    private NoticeStore notices;

    @Override
    Answer answer() {
        Notices asked = new Notices(Services.need(notices, "The database"));
        return fact == null
                ? asked.list(Names.word(NoticeVerdict.class, verdict), limit)
                : asked.list(Names.word(NoticeFact.class, fact), limit);
    }
}
