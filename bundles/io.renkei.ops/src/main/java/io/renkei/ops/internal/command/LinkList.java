package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Linkage;
import io.renkei.ops.internal.Services;
import io.renkei.ports.linkage.LinkStore;
import java.time.Clock;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:link-list}. */
@Service
@Command(scope = "renkei", name = "link-list", description = "How many links each external site has")
public final class LinkList extends OpsCommand {

    @Reference(optional = true)
    private LinkStore service;

    @Override
    Answer answer() {
        return Linkage.links(Services.need(service, "The database"), Clock.systemUTC());
    }
}
