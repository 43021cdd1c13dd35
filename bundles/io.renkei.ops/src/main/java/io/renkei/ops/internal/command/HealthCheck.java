package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Health;
import io.renkei.ports.bus.Bus;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.lanes.Lanes;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.Outbox;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:health}. */
@Service
@Command(scope = "renkei", name = "health", description = "How this node does; exit code 1 when degraded")
public final class HealthCheck extends OpsCommand {

    @Reference(optional = true)
    private FilingStore filings;

    @Reference(optional = true)
    private Outbox outbox;

    @Reference(optional = true)
    private Bus bus;

    @Reference(optional = true)
    private Lanes lanes;

    @Reference(optional = true)
    private List<HealthSource> sources;

    @Override
    Answer answer() {
        return new Health(
                        Optional.ofNullable(filings),
                        Optional.ofNullable(outbox),
                        Optional.ofNullable(bus),
                        Optional.ofNullable(lanes),
                        sources == null ? List.of() : sources)
                .check();
    }
}
