package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Linkage;
import io.renkei.ops.internal.Services;
import io.renkei.ports.delegation.DelegationStore;
import java.time.Clock;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:delegation-list}. */
@Service
@Command(scope = "renkei", name = "delegation-list", description = "Delegations whose last day comes near")
public final class DelegationList extends OpsCommand {

    @Option(name = "--days", description = "Within how many days, 1 to 366")
    private int days = 30;

    @Option(name = "--limit", description = "How many, 1 to 200")
    private int limit = 50;

    @Reference(optional = true)
    private DelegationStore service;

    @Override
    Answer answer() {
        return Linkage.delegations(Services.need(service, "The database"), days, limit, Clock.systemUTC());
    }
}
