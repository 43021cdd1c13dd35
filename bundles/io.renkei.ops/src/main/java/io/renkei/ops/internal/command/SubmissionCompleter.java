package io.renkei.ops.internal.command;

import io.renkei.ports.submissions.SubmissionStore;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** The numbers of the latest submissions. */
@Service
public final class SubmissionCompleter extends WordCompleter {

    private static final int LATEST = 20;

    @Reference(optional = true)
    private SubmissionStore submissions;

    @Override
    List<String> words() {
        return submissions == null
                ? List.of()
                : submissions.list(LATEST).stream()
                        .map(submission -> submission.number().digits())
                        .toList();
    }
}
