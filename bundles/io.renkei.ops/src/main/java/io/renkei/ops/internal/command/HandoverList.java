package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Linkage;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Services;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverStore;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:handover-list}. */
@Service
@Command(
        scope = "renkei",
        name = "handover-list",
        description = "How many handovers stand in each state; with --state, which ones")
public final class HandoverList extends OpsCommand {

    @Option(name = "--state", description = "ASKED, COLLECTING, REVIEW, RELEASED, FETCHED, REFUSED, EXPIRED or REVOKED")
    @Completion(HandoverStateCompleter.class)
    private String state;

    @Option(name = "--limit", description = "How many, 1 to 200")
    private int limit = 50;

    @Reference(optional = true)
    private HandoverStore service;

    @Override
    Answer answer() {
        return state == null
                ? Linkage.handovers(Services.need(service, "The database"))
                : Linkage.handovers(
                        Services.need(service, "The database"), Names.word(HandoverState.class, state), limit);
    }
}
