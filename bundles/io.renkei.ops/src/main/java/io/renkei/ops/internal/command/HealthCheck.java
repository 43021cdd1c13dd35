package io.renkei.ops.internal.command;

import io.renkei.api.spi.Troubles;
import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.BundleWatch;
import io.renkei.ops.internal.ConfigurationHealth;
import io.renkei.ops.internal.ConnectorTroubles;
import io.renkei.ops.internal.Health;
import io.renkei.ops.internal.OperatorHealth;
import io.renkei.ops.internal.ToldHealth;
import io.renkei.ports.bus.Bus;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.health.HealthSource;
import io.renkei.ports.lanes.Holds;
import io.renkei.ports.lanes.Lanes;
import io.renkei.ports.settings.Settings;
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
    private Holds holds;

    @Reference(optional = true)
    private BundleWatch watch;

    @Reference(optional = true)
    private Settings settings;

    @Reference(optional = true)
    private Catalogue catalogue;

    @Reference(optional = true)
    private List<HealthSource> sources;

    @Reference(optional = true)
    private List<Troubles> troubles;

    @Override
    Answer answer() {
        return new Health(
                        Optional.ofNullable(filings),
                        Optional.ofNullable(outbox),
                        Optional.ofNullable(bus),
                        Optional.ofNullable(lanes),
                        List.of(
                                new OperatorHealth(
                                        Optional.ofNullable(holds), () -> watch == null ? List.of() : watch.troubles()),
                                new ConfigurationHealth(
                                        Optional.ofNullable(settings),
                                        Optional.ofNullable(catalogue).map(Catalogue::faults)),
                                new ConnectorTroubles(troubles == null ? List.of() : troubles),
                                new ToldHealth(sources == null ? List.of() : sources)))
                .check();
    }
}
