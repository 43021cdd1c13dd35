package io.renkei.ops.internal.command;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.spi.Sealer;
import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.BatchCheck;
import io.renkei.ops.internal.BatchProof;
import io.renkei.ops.internal.JournalCheck;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Services;
import io.renkei.ports.evidence.BatchStore;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.JournalRow;
import io.renkei.ports.submissions.SubmissionStore;
import io.renkei.ports.trust.JwsVerifier;
import io.renkei.ports.trust.Timestamps;
import io.renkei.ports.trust.TrustAnchors;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:verify-journal}. */
@Service
@Command(
        scope = "renkei",
        name = "verify-journal",
        description =
                "Checks the hash chain of an application or a submission and the root that it is sealed into; without a"
                        + " number, the batches")
public final class VerifyJournal extends OpsCommand {

    @Argument(name = "number", description = "The arrival number; none for the newest batches and how they follow")
    @Completion(NumberCompleter.class)
    private String number;

    @Option(name = "--limit", description = "Without a number: how many batches, the newest first, 1 to 1000000")
    private int limit = 1_000;

    @Reference(optional = true)
    private ApplicationStore applications;

    @Reference(optional = true)
    private SubmissionStore submissions;

    @Reference(optional = true)
    private BatchStore batches;

    @Reference(optional = true)
    private JwsVerifier seals;

    @Reference(optional = true)
    private Sealer own;

    @Reference(optional = true)
    private Timestamps timestamps;

    @Reference(optional = true)
    private TrustAnchors anchors;

    @Override
    Answer answer() {
        BatchProof proof = BatchProof.of(
                Services.need(batches, "The database"),
                Services.need(seals, "The verifier of seals"),
                Services.need(own, "The gateway's seal"),
                Services.need(timestamps, "The verifier of timestamps"),
                Services.need(anchors, "The trusted roots"));
        return number == null ? BatchCheck.of(proof, limit) : JournalCheck.of(this::rows, proof, Names.number(number));
    }

    private List<JournalRow> rows(ArrivalNumber which) {
        List<JournalRow> rows = Services.need(applications, "The database").timeLine(which);
        return rows.isEmpty() ? Services.need(submissions, "The database").timeLine(which) : rows;
    }
}
